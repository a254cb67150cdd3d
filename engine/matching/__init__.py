"""The mathematics of condensing: pure functions of tensors (docs/method.md)."""
