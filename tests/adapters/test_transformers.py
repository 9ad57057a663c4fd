"""Transformers: tiny networks with random weights, made here, behind our protocols."""

import numpy as np
import pytest

from vnpolitext import models, testing
from vnpolitext.models import ModelError
from vnpolitext.models.seal import seal

torch = pytest.importorskip("torch")
transformers = pytest.importorskip("transformers")

from vnpolitext.adapters.transformers_embedder import TransformersEmbedder  # noqa: E402
from vnpolitext.adapters.transformers_tagger import TransformersTagger  # noqa: E402

CARD = """
kind = "{kind}"
name = "lab/tiny"
version = "1.0.0"
licence = "CC0-1.0"
authors = ["A lab"]
summary = "Random."
intended_use = "Tests."
limits = "All."
rebuild = "Run the test."
loader = "vnpolitext.adapters.{loader}:load"

[options]
{options}

[files]
"""
LETTERS = (
    "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ"
)
SIZES = {
    "hidden_size": 32,
    "num_hidden_layers": 2,
    "num_attention_heads": 2,
    "intermediate_size": 48,
    "max_position_embeddings": 66,
}


@pytest.fixture(scope="module", autouse=True)
def one_thread():
    """Keep torch from taking every core for networks this small."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.fixture(scope="module")
def tokenizer():
    """Word pieces of single letters."""
    alphabet = [*LETTERS, *LETTERS.upper(), *"0123456789.,:;-/_\"'()“”%"]
    marks = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    pieces = list(dict.fromkeys([*marks, *alphabet, *(f"##{letter}" for letter in alphabet)]))
    return transformers.BertTokenizer(
        vocab={piece: number for number, piece in enumerate(pieces)},
        do_lower_case=False,
        strip_accents=False,
    )


def config(tokenizer, **more):
    return transformers.BertConfig(vocab_size=len(tokenizer), **SIZES, **more)


@pytest.fixture(scope="module")
def tagging_network(tokenizer):
    torch.manual_seed(0)
    tags = {0: "O", 1: "B-PER", 2: "I-PER", 3: "B-LOC"}
    labels = {"id2label": tags, "label2id": {tag: number for number, tag in tags.items()}}
    return transformers.BertForTokenClassification(config(tokenizer, **labels))


@pytest.fixture(scope="module")
def network(tokenizer):
    torch.manual_seed(0)
    return transformers.BertModel(config(tokenizer))


class TellsCapitals(torch.nn.Module):
    """A network that tags by one look at a piece: capitals go on a name, or begin one."""

    def __init__(self, tagging_network, tokenizer):
        super().__init__()
        self.config = tagging_network.config
        capitals = [number for piece, number in tokenizer.get_vocab().items() if piece.isupper()]
        self.register_buffer("capitals", torch.tensor(capitals))

    def forward(self, input_ids, attention_mask):
        capital = torch.isin(input_ids, self.capitals) & (attention_mask > 0)
        logits = torch.zeros(*input_ids.shape, 4)
        logits[..., 2] = capital.float() * 2 - 1
        return transformers.modeling_outputs.TokenClassifierOutput(logits=logits)


def capital_runs(text):
    runs, at = [], 0
    for word in text.split(" "):
        if word[:1].isupper():
            if runs and runs[-1][1] == at - 1:
                runs[-1] = (runs[-1][0], at + len(word))
            else:
                runs.append((at, at + len(word)))
        at += len(word) + 1
    return runs


@pytest.mark.parametrize("times", [1, 40])
@pytest.mark.parametrize("batch", [1, 3])
def test_tags_stand_on_the_right_characters_in_any_window(tagging_network, tokenizer, times, batch):
    seer = TellsCapitals(tagging_network, tokenizer)
    tagger = TransformersTagger(seer, tokenizer, size=24, overlap=6, batch=batch)
    text = " ".join(["ông Mùa A Sơn đến xã Tả Ván và gặp bà Lò Thị Hoa"] * times)
    assert tagger.tag(text) == capital_runs(text)


def test_a_tagger_passes_the_kit(tagging_network, tokenizer):
    tagger = TransformersTagger(tagging_network, tokenizer, overlap=8)
    assert testing.check_person_tagger(tagger, workers=0)


def test_only_wanted_labels(tagging_network, tokenizer):
    seer = TellsCapitals(tagging_network, tokenizer)
    assert TransformersTagger(seer, tokenizer, labels=["LOC"]).tag("ông Mùa A Sơn") == []


@pytest.mark.parametrize("pooling", ["mean", "first"])
def test_an_embedder_passes_the_kit(network, tokenizer, pooling):
    embedder = TransformersEmbedder(network, tokenizer, pooling=pooling)
    assert testing.check_embedder(embedder, workers=0)


def test_vectors_have_length_one_and_empty_texts_none(network, tokenizer):
    rows = TransformersEmbedder(network, tokenizer).embed(["hòa bình", "", "độc lập " * 400])
    assert np.linalg.norm(rows, axis=1) == pytest.approx([1, 0, 1], abs=1e-5)


def test_a_short_text_has_the_mean_of_its_pieces(network, tokenizer):
    text = "hòa bình"
    pieces = [2, *tokenizer.convert_tokens_to_ids(tokenizer.tokenize(text)), 3]
    with torch.inference_mode():
        states = network(torch.tensor([pieces])).last_hidden_state[0, 1:-1].mean(0).numpy()
    row = TransformersEmbedder(network, tokenizer).embed([text])[0]
    assert row == pytest.approx(states / np.linalg.norm(states), abs=1e-5)


def test_the_whole_of_a_long_text_counts(network, tokenizer):
    embedder = TransformersEmbedder(network, tokenizer)
    long = "hội nghị " * 200
    one, other = embedder.embed([long + "biển đảo " * 50, long + "giáo dục " * 50])
    assert np.abs(one - other).max() > 1e-3


def test_an_unknown_pooling(network, tokenizer):
    with pytest.raises(ValueError, match="no pooling 'max'; there are mean, first"):
        TransformersEmbedder(network, tokenizer, pooling="max")


@pytest.fixture
def phobert(tmp_path):
    """A tokenizer of PhoBERT's kind, which wants words joined by _ and tells no offsets."""
    alphabet = [*LETTERS, *LETTERS.upper(), *"0123456789.,:;-/_"]
    pieces = [*alphabet, *(f"{letter}@@" for letter in alphabet)]
    (tmp_path / "vocab.txt").write_text("".join(f"{it} 1\n" for it in pieces), encoding="utf-8")
    (tmp_path / "bpe.codes").write_text("\n", encoding="utf-8")
    return transformers.PhobertTokenizer(str(tmp_path / "vocab.txt"), str(tmp_path / "bpe.codes"))


def test_a_network_of_words_gets_words_and_gives_characters(phobert):
    network = transformers.RobertaModel(
        transformers.RobertaConfig(
            vocab_size=len(phobert), pad_token_id=phobert.pad_token_id, **SIZES
        )
    )
    embedder = TransformersEmbedder(network, phobert, words="default")
    text = "Nâng cao chất lượng sinh hoạt chi bộ"
    encoded = embedder.encoder.encode(text)
    forms = [
        "".join(phobert.convert_ids_to_tokens(list(ids))).replace("@@", "")
        for ids in encoded.pieces
    ]
    assert forms == [text[start:end].replace(" ", "_") for start, end in encoded.spans]
    assert any("_" in form for form in forms)
    assert embedder.encoder.unknown not in {piece for ids in encoded.pieces for piece in ids}
    rows = embedder.embed([text, text * 30])
    assert np.linalg.norm(rows, axis=1) == pytest.approx([1, 1], abs=1e-5)


@pytest.fixture
def saved(tokenizer, tmp_path):
    """Write a network, its tokenizer and a card; return the folder."""

    def save(network, kind, loader):
        network.save_pretrained(tmp_path / "network")
        tokenizer.save_pretrained(tmp_path / "network")
        card = CARD.format(kind=kind, loader=loader, options="size = 48\noverlap = 8")
        (tmp_path / "model.toml").write_text(card, encoding="utf-8")
        seal(tmp_path)
        return tmp_path

    return save


def test_a_tagger_on_disk_is_loaded_by_name(saved, tagging_network, tokenizer):
    folder = saved(tagging_network, "persons", "transformers_tagger")
    here = TransformersTagger(tagging_network, tokenizer, size=48, overlap=8)
    again = models.load(str(folder), kind="persons")
    text = "Đồng chí Lò Thị Hoa chủ trì hội nghị " * 9
    assert again.encoder.room == 46
    assert again.tag(text) == here.tag(text)


def test_an_embedder_on_disk_is_loaded_by_name(saved, network):
    folder = saved(network, "embeddings", "transformers_embedder")
    assert testing.check_model(folder, workers=0)


def test_a_network_that_is_not_there(tmp_path):
    card = CARD.format(
        kind="persons", loader="transformers_tagger", options='pretrained = "lab/not-there"'
    )
    (tmp_path / "model.toml").write_text(card, encoding="utf-8")
    with pytest.raises(ModelError, match="persons/lab/tiny: no network lab/not-there"):
        models.load(str(tmp_path))
