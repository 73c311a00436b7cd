"""A run in several processes ends with the weights of a run in one process."""

import os
import subprocess
import sys
from pathlib import Path

import torch

from tests.trainer.conftest import small
from tests.trainer.runs import is_weight, newest
from trainer.loop import train

ROOT = Path(__file__).resolve().parents[3]


def test_two_processes_give_the_weights_of_one(photos, tmp_path):
    alone, distributed = tmp_path / "alone", tmp_path / "together"
    course = ["train.precision=fp32", "train.batch=5", "train.clip=0.5", "train.steps=4", "run.save=4"]
    shape = ["data.patch=8", "data.pixels=60", "model.args.imnet_spec.args.hidden_list=[12, 12]"]
    shape += ["model.args.encoder_spec.args.n_resblocks=1", "model.args.encoder_spec.args.n_feats=8"]
    torchrun = ["-m", "torch.distributed.run", "--standalone", "--nproc-per-node", "2"]
    places = [f"data.root={photos}", f"run.out={distributed}"]
    both = subprocess.Popen(
        [sys.executable, *torchrun, str(ROOT / "main.py"), "train", "liif-edsr", *places, *shape, *course],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # a process that torch aborts prints its stack
        env={**os.environ, "OMP_NUM_THREADS": "1", "PYTHONFAULTHANDLER": "1"},
    )
    overrides = [each for each in shape if "hidden_list" in each] + course
    train.train(small("liif-edsr", photos, alone, *overrides), lambda _: None)
    stdout, errors = both.communicate(timeout=300)
    assert both.returncode == 0, errors
    assert stdout.count('"run_started"') == stdout.count('"finished"') == 1  # only process 0 writes
    one, other = newest(alone), newest(distributed)
    assert one.step == other.step == 4
    for key in filter(is_weight, one.tensors):
        torch.testing.assert_close(one.tensors[key], other.tensors[key], atol=1e-5, rtol=0)
    assert any(
        not torch.equal(each, one.tensors[f"ema.{key}"])
        for key, each in train.initial_state(
            small("liif-edsr", photos, alone, *overrides), torch.device("cpu")
        ).ema.items()
    )
