"""Analytics: what managers ask, one question a file.

The one rule: read permission is that of single commissions. Managers' answers come from cells
(``counting``), a member's from the facts of the commissions the member may see, by the very same
definitions. Of a part of the organisation only what stands on the floor is counted (``answers``).
"""
