"""Context and rows: what rules, expressions and filters may say about the statement.

A ``Row`` gives columns by name and remembers which were asked for, so that a page selects no
others. A ``Context`` gives the viewer as parameters and further tables for sub-selects.
"""

from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING, Any

from goals.reads.dialect import Dialect
from goals.reads.errors import BadInput
from goals.reads.parameters import Parameters, Variables
from goals.reads.sources import Column, Expression, One, TypeSource
from goals.reads.viewer import Viewer

if TYPE_CHECKING:
    from goals.reads.catalogue import Catalogue


class Row:
    """One row of a source in the statement, under an alias of ours."""

    __slots__ = ("alias", "joined", "joins", "source", "used")

    def __init__(self, source: TypeSource, alias: str) -> None:
        self.source = source
        self.alias = alias
        self.used: dict[str, None] = {}
        self.joins: list[str] = []
        self.joined: dict[One, Row] = {}

    def __getitem__(self, column: str) -> str:
        """Return the SQL of a column of this row."""
        self.used[column] = None
        return f"{self.alias}.{column}"

    def view(self, source: TypeSource) -> "Row":
        """Return the same row seen as another, embedded type."""
        view = Row(source, self.alias)
        view.used = self.used
        view.joins = self.joins
        view.joined = self.joined
        return view


class Context:
    """One statement in the making: its parameters, its aliases, and the viewer's role."""

    def __init__(
        self, catalogue: "Catalogue", dialect: Dialect, role: str, parameters: Parameters
    ) -> None:
        self.catalogue = catalogue
        self.dialect = dialect
        self.role = role
        self.parameters = parameters
        self.path: tuple[str | int, ...] = ()
        """Response keys down to the field being compiled, for errors found when binding."""
        self._aliases = 0

    @property
    def organisation(self) -> str:
        """The viewer's organisation, as a parameter."""
        return self.parameters.viewer("org_id", "uuid")

    @property
    def person(self) -> str:
        """The viewer's own id, as a parameter."""
        return self.parameters.viewer("person_id", "uuid")

    @property
    def now(self) -> str:
        """The time of the request, as a parameter that compares with time columns."""
        return self.parameters.viewer("now", "datetime")

    def bound(self, key: Hashable, kind: str, take: Callable[[Variables], Any]) -> str:
        """Return the placeholder of a client's value; BadInput from ``take`` gets the path."""
        path = self.path

        def bind(variables: Variables, _viewer: Viewer, _key: Any) -> Any:
            try:
                return take(variables)
            except BadInput as error:
                raise BadInput(error.issue, path) from None

        return self.parameters.place(key, kind, bind)

    def in_teams(self, sql: str) -> str:
        """Return the predicate that ``sql`` is one of the viewer's teams."""
        return self.among("team_ids", sql)

    def among(self, attribute: str, sql: str) -> str:
        """Return the predicate that ``sql`` is one of the ids in an attribute of the viewer."""
        return self.dialect.among(sql, self.parameters.viewer(attribute, "uuid[]"))

    def value(self, source: Column | Expression, row: Row) -> str:
        """Return the SQL of a column or expression."""
        return row[source.name] if isinstance(source, Column) else f"({source.sql(row, self)})"

    def alias(self) -> str:
        """Return a name not yet used in this statement."""
        self._aliases += 1
        return f"t{self._aliases}"

    def table(self, type_name: str) -> Row:
        """Return a row of another type, for a sub-select; its rule is the caller's duty."""
        return Row(self.catalogue.readable(type_name), self.alias())

    def same_organisation(self, row: Row) -> str:
        """Return the predicate every table of a statement carries."""
        return f"{row[row.source.org_column]} = {self.organisation}"
