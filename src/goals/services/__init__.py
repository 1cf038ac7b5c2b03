"""What can be done: permission, decision, transaction. No framework.

One act is one function here; it raises goals.domain.errors for every expected refusal and returns
an ActResult. Start with ``acting``, which all acts on a commission share.
"""
