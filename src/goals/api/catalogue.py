"""The catalogue: what the declarations of this room mean to the read compiler.

``build`` walks the declared types once, when the schema is made. Kinds follow from annotations,
targets from the types of fields, nullability from the schema. The compiler then checks it all.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from graphql import (
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLObjectType,
    GraphQLSchema,
    get_named_type,
    is_enum_type,
    is_non_null_type,
)
from strawberry.types.field import StrawberryField

from goals.api.fields import (
    SOURCE,
    FromColumn,
    FromExpression,
    FromFunction,
    FromMany,
    FromOne,
    FromRoot,
    FromSelf,
    FromValues,
)
from goals.api.filters.registry import FILTERS, INNER
from goals.api.node import ENTITIES, Entity
from goals.api.visibility import OF_COMMISSION
from goals.reads.catalogue import ORDERABLE, Catalogue
from goals.reads.sources import (
    Column,
    Computed,
    Embedded,
    Expression,
    FieldSource,
    FilterSource,
    First,
    Many,
    ManyConnection,
    One,
    RootSource,
    TypeSource,
    Values,
)

_KINDS = {
    "Boolean": "boolean",
    "Date": "date",
    "DateTime": "datetime",
    "Decimal": "decimal",
    "ID": "id",
    "Int": "integer",
    "String": "text",
    "URL": "text",
    "UUID": "uuid",
}
_COMPARED = {
    "BooleanFilter": "boolean",
    "DateFilter": "date",
    "DateTimeFilter": "datetime",
    "IDFilter": "id",
    "IntFilter": "integer",
    "StringFilter": "text",
}
BACKREF = "strawberry-definition"
"""Under this name Strawberry leaves its own declaration in every graphql-core type and field."""


def build(schema: GraphQLSchema) -> Catalogue:
    """Collect the sources of every type, filter, order and root field."""
    types = [_type(schema, name, entity) for name, entity in ENTITIES.items()]
    types.append(_tags())
    query = schema.query_type
    if query is None:
        raise TypeError("the schema has no queries")
    catalogue = Catalogue(types, dict(_roots(query)))
    catalogue.check_schema(schema)
    return catalogue


def _tags() -> TypeSource:
    return TypeSource(
        name="CommissionTag",
        table="commission_tag",
        fields={},
        rule=OF_COMMISSION,
        filters=INNER["CommissionTag"],
        id_column="tag",
    )


def _roots(query: GraphQLObjectType) -> Iterator[tuple[str, RootSource]]:
    for name, field, declared in _declared(query.fields):
        source = declared.metadata.get(SOURCE)
        if not isinstance(source, FromRoot):
            continue
        options = dict(source.options)
        if "type" in source.kind.__slots__:
            options["type"] = _target(field)
        yield name, source.kind(**options)


def _type(schema: GraphQLSchema, name: str, entity: Entity) -> TypeSource:
    type_ = schema.get_type(name)
    if not isinstance(type_, GraphQLObjectType):
        raise TypeError(f"{name} is declared but nothing in the schema leads to it")
    fields = {
        key: _source(field, declared)
        for key, field, declared in _declared(type_.fields)
        if declared.metadata.get(SOURCE) is not None
    }
    return TypeSource(
        name=name,
        table=entity.table,
        fields=fields,
        rule=entity.rule,
        extra=entity.extra,
        filters=dict(_filters(schema, name)),
        orders=dict(_orders(type_, fields)) | entity.orders,
        org_column=entity.org_column,
        id_column=entity.id_column,
    )


def _declared(fields: Mapping[str, Any]) -> Iterator[tuple[str, Any, StrawberryField]]:
    for name, field in fields.items():
        declared = field.extensions.get(BACKREF)
        if isinstance(declared, StrawberryField):
            yield name, field, declared


def _source(field: GraphQLField, declared: StrawberryField) -> FieldSource:
    source = declared.metadata[SOURCE]
    if isinstance(source, FromColumn | FromExpression):
        return _scalar(field, declared, source)
    if isinstance(source, FromFunction):
        return Computed(source.values, source.function)
    if isinstance(source, FromOne):
        if source.order:
            return First(_target(field), source.join, source.order)
        return One(_target(field), source.join, source.implied)
    if isinstance(source, FromMany):
        if source.connection:
            return ManyConnection(_node_of(field), source.join, source.order)
        return Many(_target(field), source.join, source.order, total=source.total)
    if isinstance(source, FromValues):
        return Values(source.table, source.join, source.column)
    if isinstance(source, FromSelf):
        return Embedded(_target(field), source.present)
    raise TypeError(f"{declared.python_name}: no source is made of {source!r}")


def _scalar(
    field: GraphQLField, declared: StrawberryField, source: FromColumn | FromExpression
) -> Column | Expression:
    named = get_named_type(field.type)
    kind: Any = source.kind or ("plain" if is_enum_type(named) else _KINDS[named.name])
    nullable = not is_non_null_type(field.type)
    if isinstance(source, FromExpression):
        return Expression(source.sql, kind, nullable)
    return Column(source.name or str(declared.python_name), kind, nullable, source.type_name)


def _target(field: GraphQLField) -> str:
    named = get_named_type(field.type)
    return _node_of(field) if named.name.endswith("Connection") else named.name


def _node_of(field: GraphQLField) -> str:
    connection: Any = get_named_type(field.type)
    return str(get_named_type(connection.fields["nodes"].type).name)


def _filters(schema: GraphQLSchema, name: str) -> Iterator[tuple[str, FilterSource]]:
    declared_as = FILTERS.get(name)
    if declared_as is None:
        yield from INNER.get(name, {}).items()
        return
    type_ = schema.get_type(declared_as.__name__)
    if not isinstance(type_, GraphQLInputObjectType):
        raise TypeError(f"{declared_as.__name__} is declared but no list takes it")
    for key, field, declared in _declared(type_.fields):
        source = declared.metadata.get(SOURCE)
        if isinstance(source, FromColumn):
            compared = get_named_type(field.type).name
            kind: Any = _COMPARED.get(compared, "plain")
            column = source.name or str(declared.python_name)
            yield key, Column(column, kind, nullable=True, type_name=source.type_name)
        elif isinstance(source, FromExpression):
            compared_as: Any = source.kind or "boolean"
            yield key, Expression(source.sql, compared_as, type_name=source.type_name)
        elif source is not None:
            yield key, source


def _orders(
    type_: GraphQLObjectType, fields: Mapping[str, FieldSource]
) -> Iterator[tuple[str, Column | Expression]]:
    """Make every column orderable under its name in capitals; clients see what an enum offers."""
    for key, _, declared in _declared(type_.fields):
        source = fields.get(key)
        if isinstance(source, Column | Expression) and source.kind in ORDERABLE:
            yield str(declared.python_name).upper(), source
