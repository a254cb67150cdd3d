"""Instead of the usual hook, which asks for torchvision's decoders under an older name."""
