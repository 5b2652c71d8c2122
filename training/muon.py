"""Muon: momentum whose step is made orthogonal, for convolution filters seen as matrices.

After K. Jordan and others, "Muon: an optimizer for hidden layers in neural networks" (2024). Every convolution here is
followed by batch normalisation, so the length of a filter bank has no effect on the network's output. Its norm is
therefore held fixed and the learning rate is simply the relative size of a step.
"""

import torch


def orthogonalise(matrices, iterations=4):
    """Bring the singular values of each matrix near 1: a batch [n, rows, columns] with rows <= columns.

    Newton-Schulz iterations of the quintic polynomial with Jordan's coefficients; the singular values end between
    about 0.7 and 1.2, which is near enough for a step's direction.
    """
    a, b, c = 3.4445, -4.7750, 2.0315
    x = matrices / (matrices.norm(dim=(1, 2), keepdim=True) + 1e-7)
    for _ in range(iterations):
        gram = x @ x.transpose(1, 2)
        x = a * x + (b * gram + c * gram @ gram) @ x
    return x


class Muon(torch.optim.Optimizer):
    """Nesterov momentum, made orthogonal, on filters of fixed norm.

    Parameters are weights [out, in, height, width]; those of the same matrix shape are handled as one batch of
    matrices. `lr` is the relative size of a step: 0.02 turns a filter bank by about 0.02 radians.
    """

    def __init__(self, params, lr=0.02, momentum=0.9, iterations=4):
        super().__init__(params, {"lr": lr, "momentum": momentum, "iterations": iterations})

    @torch.no_grad()
    def step(self):
        """Take one step with the gradients at hand."""
        for group in self.param_groups:
            for bank in banks(group["params"]):
                self._step_bank(bank, group)

    def _step_bank(self, bank, group):
        """Step the parameters of one matrix shape together."""
        moved = []
        for p in bank:
            buffer = self.state[p].setdefault("momentum", torch.zeros_like(p))
            buffer.mul_(group["momentum"]).add_(p.grad)
            moved.append(as_wide_matrix(p.grad.add(buffer, alpha=group["momentum"])))
        steps = orthogonalise(torch.stack(moved), group["iterations"])
        norm = min(moved[0].shape) ** 0.5
        for p, step in zip(bank, steps):
            tall = p.shape[0] > p[0].numel()
            step = (step.t() if tall else step).reshape(p.shape)
            p.mul_(norm / p.norm()).sub_(step, alpha=group["lr"])


def banks(params):
    """Group the parameters that have a gradient by the shape of their wide matrix."""
    by_shape = {}
    for p in params:
        if p.grad is not None:
            by_shape.setdefault(tuple(as_wide_matrix(p).shape), []).append(p)
    return by_shape.values()


def as_wide_matrix(weight):
    """A weight as [out, in * height * width], transposed if that has more rows than columns."""
    matrix = weight.reshape(len(weight), -1)
    return matrix.t() if matrix.shape[0] > matrix.shape[1] else matrix
