"""Instead of the usual hook, which asks for torchvision's operators under an older name."""
