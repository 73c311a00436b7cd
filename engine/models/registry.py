"""Builds models from their official names and arguments. Every argument is checked against its bounds."""

from typing import TypeAlias

import torch

from engine.base.errors import ModelError
from engine.base.messages import message
from engine.models.arguments import Arguments
from engine.models.bicubic import Bicubic
from engine.models.edsr import Edsr
from engine.models.encoder import Encoder
from engine.models.fixed import Fixed
from engine.models.liif import Liif
from engine.models.live import Live, LiveOnEncoder
from engine.models.metasr import MetaSR
from engine.models.rcan import Rcan
from engine.models.rdn import Rdn
from engine.models.siren import Siren

Net: TypeAlias = Liif | Fixed | MetaSR | Siren | Live | LiveOnEncoder | Bicubic
"""Each of these is an ImplicitNet and a torch module."""

MAX_PARAMETERS = 500_000_000
RDN_CONFIGS = {"A": (20, 6, 32), "B": (16, 8, 64)}
"""Official configuration name -> (blocks, layers, growth)."""
ENLARGEMENTS = (2, 3, 4, 8)
"""The scales that an up-sampling tail can have."""
ENCODERS = ("edsr-baseline", "edsr", "rdn", "rcan")


def blueprint(name: str, args: object) -> Net:
    """The model on torch's meta device: parameter names, shapes and halo, without memory for the weights.

    Raises ModelError for an unknown name, for unknown or out-of-range arguments, and above MAX_PARAMETERS.
    """
    with torch.device("meta"):
        net = _make(name, args)
    parameters = sum(each.numel() for each in net.parameters())
    if parameters > MAX_PARAMETERS:
        reason = message("{count:,} parameters", count=parameters)
        raise ModelError(name, reason, message("a model may have at most {most:,}", most=MAX_PARAMETERS))
    return net


def build(name: str, args: object) -> Net:
    """The model with new random weights, on torch's current default device. Raises the same errors as `blueprint`."""
    blueprint(name, args)
    return _make(name, args)


def _make(name: str, args: object) -> Net:
    """Returns the model on torch's current default device. Raises ModelError for invalid arguments."""
    makers = {"liif": _liif, "metasr": _metasr, "siren": _siren, "live": _live, "bicubic": _bicubic}
    if name not in makers:
        remedy = message("use one of {names}", names=", ".join(makers))
        raise ModelError(str(name)[:40], message("no such model"), remedy)
    arguments = Arguments(name, args)
    net = makers[name](arguments)
    arguments.done()
    return net


def _liif(args: Arguments) -> Net:
    encoder = _encoder(args)
    layers = args.spec("imnet_spec")
    ensemble = args.flag("local_ensemble", True)
    unfold = args.flag("feat_unfold", True)
    cell = args.flag("cell_decode", True)
    if layers is None:
        if encoder.upsampling == 1:
            reason = message("has neither a decoder nor an upsampling tail")
            raise ModelError(args.subject, reason, message("add imnet_spec"))
        return Fixed(encoder)
    _refuse_upsampling_encoder(args, encoder)
    if layers[0] != "mlp":
        reason = message("unknown decoder {name}", name=layers[0][:40])
        raise ModelError(args.subject, reason, message("only mlp is supported"))
    inner = Arguments(f"{args.subject} imnet_spec", layers[1])
    inner.integer("out_dim", 3, 3)
    hidden = inner.integers("hidden_list", max_count=16, low=1, high=4096)
    inner.done()
    return Liif(encoder, hidden, ensemble, unfold, cell)


def _metasr(args: Arguments) -> Net:
    encoder = _encoder(args)
    _refuse_upsampling_encoder(args, encoder)
    return MetaSR(encoder)


def _siren(args: Arguments) -> Net:
    return Siren(
        hidden=args.integer("hidden", 1, 4096),
        layers=args.integer("layers", 1, 16),
        omega=args.number("omega", 0.01, 1000.0),
    )


def _live(args: Arguments) -> Net:
    hidden, order = args.integer("hidden", 1, 2048), args.integer("order", 3, 16)
    if args.has("encoder_spec"):
        encoder = _encoder(args)
        _refuse_upsampling_encoder(args, encoder)
        return LiveOnEncoder(encoder, hidden, order)
    return Live(args.integer("width", 1, 512), args.integer("blocks", 0, 128), hidden, order)


def _bicubic(args: Arguments) -> Net:
    del args
    return Bicubic()


def _encoder(args: Arguments) -> Encoder:
    spec = args.spec("encoder_spec")
    if spec is None or spec[0] not in ENCODERS:
        reason = message("unknown encoder {name}", name=spec[0][:40] if spec else "")
        raise ModelError(args.subject, reason, message("use one of {names}", names=", ".join(ENCODERS)))
    inner = Arguments(f"{args.subject} {spec[0]}", spec[1])
    enlarged = inner.integer("scale", 2, 8, default=2)
    if enlarged not in ENLARGEMENTS:
        remedy = message("it must be one of {values}", values=ENLARGEMENTS)
        raise ModelError(inner.subject, message("scale is {scale}", scale=enlarged), remedy)
    scale = None if inner.flag("no_upsampling", False) else enlarged
    encoder = _rdn(inner, scale) if spec[0] == "rdn" else _residual(spec[0], inner, scale)
    inner.done()
    return encoder


def _rdn(args: Arguments, scale: int | None) -> Encoder:
    """Returns an RDN encoder. scale: of its upsampling tail; None for no tail."""
    blocks, layers, growth = RDN_CONFIGS[args.choice("RDNconfig", list(RDN_CONFIGS), default="B")]
    args.integer("RDNkSize", 3, 3, default=3)
    return Rdn(blocks, layers, growth, args.integer("G0", 1, 512, default=64), scale)


def _residual(name: str, args: Arguments, scale: int | None) -> Encoder:
    """Returns an EDSR or RCAN encoder. scale: of its upsampling tail; None for no tail."""
    args.number("rgb_range", 1, 255, default=1)  # for the mean shift, which nothing uses
    features = args.integer("n_feats", 1, 1024, default=256 if name == "edsr" else 64)
    if name == "rcan":
        groups = args.integer("n_resgroups", 1, 20, default=10)
        blocks = args.integer("n_resblocks", 1, 40, default=20)
        return Rcan(groups, blocks, features, args.integer("reduction", 1, features, default=16), scale)
    blocks = args.integer("n_resblocks", 1, 128, default=32 if name == "edsr" else 16)
    return Edsr(
        blocks, features, args.number("res_scale", 0, 1, default=0.1 if name == "edsr" else 1.0), scale
    )


def _refuse_upsampling_encoder(args: Arguments, encoder: Encoder) -> None:
    """Raises ModelError if the encoder enlarges the picture: a decoder needs one latent per source px."""
    if encoder.upsampling != 1:
        reason = message("its encoder enlarges the picture")
        raise ModelError(args.subject, reason, message("set no_upsampling for the encoder"))
