"""The steps of the schema, in order: ``mNNNN_name``, each with ``statements(dialect)``.

The one rule: a step that was released never changes, its checksum is in every database; mend it
by another step. They are run by goals.store.migrate; type names come from goals.store.dialects.
"""
