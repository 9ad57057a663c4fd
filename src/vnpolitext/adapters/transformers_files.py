"""Loading a pretrained transformer from a folder or the local cache; nothing is downloaded."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from vnpolitext.models import Model, ModelError


def load_pretrained(model: Model, head: str) -> tuple[Any, Any]:
    """Return the network and the tokenizer of a model's folder.

    The card's option ``pretrained`` names a folder within the model's (``"network"`` by default) or
    a name that is in the local cache of ``transformers``. Weights must be ``safetensors``; code
    that comes with a model is not run.

    Args:
        model: The model's folder.
        head: The class of ``transformers`` to load with.

    Raises:
        ModelError: ``transformers`` is not installed, or there is no such network.
    """
    try:
        transformers: Any = import_module("transformers")
        import_module("torch")
    except ImportError:
        raise ModelError(
            f"{model.card.full_name} needs PyTorch and transformers: "
            "pip install 'vnpolitext[transformers]'"
        ) from None
    name = str(model.card.options.get("pretrained", "network"))
    place = model.folder / name
    source = str(place) if place.is_dir() else name
    try:
        network = getattr(transformers, head).from_pretrained(
            source, local_files_only=True, use_safetensors=True, trust_remote_code=False
        )
        tokenizer = transformers.AutoTokenizer.from_pretrained(
            source, local_files_only=True, trust_remote_code=False
        )
    except (OSError, ValueError) as error:
        told = str(error).splitlines()[0]
        raise ModelError(f"{model.card.full_name}: no network {source} ({told})") from None
    return network, tokenizer


def choose_device(wanted: str = "auto") -> Any:
    """Return the torch device: the wanted one; by default a CUDA one where there is one."""
    torch: Any = import_module("torch")
    if wanted == "auto":
        wanted = "cuda" if torch.cuda.is_available() else "cpu"
    return torch.device(wanted)
