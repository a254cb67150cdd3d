"""Networks: the ConvNet of the literature, torchvision models, and random feature extractors."""

from engine.networks.convnet import ConvNet, convnet, depth_for
from engine.networks.mobile import efficientnet_b0, mobilenet_v3_small
from engine.networks.models import MODEL_NAMES, ModelName, make_model
from engine.networks.residual import resnet18
from engine.networks.weights import read_weights, take_weights

__all__ = [
    "MODEL_NAMES",
    "ConvNet",
    "ModelName",
    "convnet",
    "depth_for",
    "efficientnet_b0",
    "make_model",
    "mobilenet_v3_small",
    "read_weights",
    "resnet18",
    "take_weights",
]
