"""Real pictures in another appearance: the same content, as another scanner shows it."""
