"""What every table of a framework file is, and the one that says for which visits a part is meant."""

from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict

from visitapp.domain import framework as domain
from visitapp.frameworks.constraints import Code, Pair, Part, Stem


class Shape(BaseModel):
    """A table of a file. `makes` is the domain value it turns into."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    makes: ClassVar[type]

    def written(self) -> dict[str, object]:
        """Return what the file says, by key in the order of the shape, with tables inside turned into values."""
        names = [name for name in type(self).model_fields if name in self.model_fields_set]
        return {name: _value(getattr(self, name)) for name in names}

    def value(self) -> Any:  # noqa: ANN401
        """Return the domain value."""
        return self.makes(**self.written())


def _value(found: object) -> object:
    if isinstance(found, Shape):
        return found.value()
    return tuple(_value(one) for one in found) if isinstance(found, tuple) else found


class WhenShape(Shape):
    """For which visits a part is meant."""

    makes = domain.When
    contexts: tuple[Code, ...] = ()
    not_contexts: tuple[Code, ...] = ()
    commissioned: tuple[Code, ...] = ()
    not_commissioned: tuple[Code, ...] = ()
    ages: Pair = (0, 0)


class WordingShape(Shape):
    """Other words for a part in certain visits."""

    makes = domain.Wording
    part: Part
    text: Stem
    when: WhenShape
