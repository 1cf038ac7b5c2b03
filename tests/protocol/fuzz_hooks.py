"""What schemathesis has to be told: which values our own scalars take."""

import schemathesis
from hypothesis import strategies as st
from hypothesis_graphql import nodes

schemathesis.graphql.scalar(
    "Decimal", st.decimals(allow_nan=False, allow_infinity=False).map(str).map(nodes.String)
)
schemathesis.graphql.scalar(
    "URL", st.sampled_from(["https://example.org/a", "http://example.org"]).map(nodes.String)
)
