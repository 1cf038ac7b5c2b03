"""The thin client: what a team types. It speaks GraphQL and knows no server code but the checker."""
