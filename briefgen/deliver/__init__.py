"""Bring an edition to one recipient: a table from kind of channel to function, which knows of no database."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from briefgen.deliver.atom import deliver_to_feed, withdraw_from_feed
from briefgen.deliver.clearance import WHOLE, Clearance, deliverable
from briefgen.deliver.folder import deliver_to_folder
from briefgen.deliver.mail import deliver_by_mail
from briefgen.deliver.slack import deliver_to_slack
from briefgen.deliver.webhook import deliver_to_webhook
from briefgen.model.job import Atom, Folder, Mail, Slack, Webhook
from briefgen.model.parcel import Parcel

__all__ = ["DELIVERERS", "WHOLE", "Clearance", "Deliverer", "deliverable", "withdraw_from_feed"]

Deliverer = Callable[[Any, Parcel, Mapping[str, str]], None]
"""Takes a channel of its kind, what to deliver, and the secrets by name.

It returns when the other side has taken the parcel over, and otherwise raises
`briefgen.model.problem.DeliveryError`, which says whether trying again is of any use.
"""

DELIVERERS: Mapping[type, Deliverer] = MappingProxyType(
    {
        Mail: deliver_by_mail,
        Webhook: deliver_to_webhook,
        Slack: deliver_to_slack,
        Folder: deliver_to_folder,
        Atom: deliver_to_feed,
    }
)
