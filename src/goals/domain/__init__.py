"""What the words mean: the lifecycle, the measures and the statistics of commissions.

Standard library only, no input or output, no clock: the present comes in as an argument.
Nothing here knows a table, a request or a framework. Start reading at ``lifecycle`` (which act
may follow in which state), then ``decide``. Rows live in goals.store, permission in
goals.services, the checker of goals in goals.smart.
"""
