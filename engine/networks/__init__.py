"""Networks: the ConvNet of the literature, torchvision models, and random feature extractors."""

from engine.networks.convnet import ConvNet, convnet, depth_for
from engine.networks.residual import resnet18

__all__ = ["ConvNet", "convnet", "depth_for", "resnet18"]
