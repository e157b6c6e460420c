"""Compares answers of the API, as JSON on standard input, with the types that Mastodon.py declares. Prints what does not fit."""

import datetime
import json
import sys
import typing

from dateutil import parser
from mastodon import return_types, types_base

SCOPE = {**vars(types_base), **vars(return_types), **vars(typing), "datetime": datetime.datetime}
# The names of Mastodon.py where they differ from the documentation's.
NAMES = {
    "Filter": "FilterV2",
    "V1::Filter": "Filter",
    "Instance": "InstanceV2",
    "V1::Instance": "Instance",
    "Search": "SearchV2",
    "List": "UserList",
    "MutedAccount": "Account",
    "Admin::Account": "AdminAccount",
    "Admin::Report": "AdminReport",
    "Admin::Tag": "AdminTag",
    "Admin::DomainAllow": "AdminDomainAllow",
    "Admin::DomainBlock": "AdminDomainBlock",
    "Admin::EmailDomainBlock": "AdminEmailDomainBlock",
    "Admin::Measure": "AdminMeasure",
    "CredentialAccount": "Account",
    "CredentialApplication": "Application",
    "Count": "UnreadNotificationsCount",
    "Markers": "Dict[str, Marker]",
}
# What Mastodon.py declares otherwise than the documentation, which is right.
ERRATA = {
    # Null where there is none.
    "Status.application",
    "Status.reblog",
    "Status.filtered",
    # Null for an author without an account here.
    "PreviewCardAuthor.account",
    "Notification.status",
    # A number, which Mastodon.py reads as an id.
    "NotificationGroup.most_recent_notification_id",
    # Its name is `rule_ids`.
    "Report.rules_ids",
    # Accounts as staff see them, with an account inside.
    "AdminReport.account",
    "AdminReport.target_account",
    "AdminReport.assigned_account",
    "AdminReport.action_taken_by_account",
    # Of versions after 4.6.
    "Profile.formatted_note",
    "Profile.formatted_fields",
    "NotificationPolicy.for_bots",
    "SearchV2.collections",
}


def is_time(value):
    try:
        return isinstance(value, (int, str)) and bool(value) and (str(value).isdigit() or bool(parser.parse(value)))
    except ValueError:
        return False


def fits(kind, value, path):
    """Yields what does not fit."""
    if isinstance(kind, (str, typing.ForwardRef)):
        kind = eval(kind if isinstance(kind, str) else kind.__forward_arg__, SCOPE)
    origin, args = typing.get_origin(kind), typing.get_args(kind)
    if kind is typing.Any or isinstance(kind, typing.TypeVar):
        return
    if origin is typing.Union:
        wrong = [list(fits(one, value, path)) for one in args]
        if all(wrong):
            # Of several kinds, the one that came closest says what is wrong.
            yield from min(wrong, key=len)
    elif origin is not None and issubclass(origin, list):
        if not isinstance(value, list):
            yield f"{path} is {value!r:.40}, not a list"
        for at, one in enumerate(value if isinstance(value, list) else []):
            yield from fits(args[0], one, f"{path}[{at}]")
    elif origin is not None:
        for name, one in value.items():
            yield from fits(args[-1], one, f"{path}.{name}")
    elif kind is type(None):
        if value is not None:
            yield f"{path} is not null"
    elif kind is datetime.datetime:
        if not is_time(value):
            yield f"{path} is {value!r:.40}, not a time"
    elif kind is types_base.MaybeSnowflakeIdType:
        if not isinstance(value, (str, int)):
            yield f"{path} is {value!r:.40}, not an id"
    elif isinstance(kind, type) and issubclass(kind, types_base.AttribAccessDict):
        if not isinstance(value, dict):
            yield f"{path} is {value!r:.40}, not a {kind.__name__}"
            return
        # Mastodon.py reads `posting:default:language` by this name.
        value = {name.replace(":", "_"): one for name, one in value.items()}
        for name, inner in typing.get_type_hints(kind, SCOPE).items():
            if name.startswith("_"):
                continue
            if f"{kind.__name__}.{name}" in ERRATA:
                continue
            optional = type(None) in typing.get_args(inner)
            if name in value:
                yield from fits(inner, value[name], f"{path}.{name}")
            elif not optional:
                yield f"{path}.{name} is missing"
    elif kind in (int, float):
        # Mastodon.py converts numbers in strings.
        if isinstance(value, bool) or not str(value).lstrip("-").replace(".", "", 1).isdigit():
            yield f"{path} is {value!r:.40}, not a number"
    elif isinstance(kind, type) and issubclass(kind, list):
        if not isinstance(value, list):
            yield f"{path} is {value!r:.40}, not a list"
    elif isinstance(kind, type) and not isinstance(value, kind):
        yield f"{path} is {value!r:.40}, not a {kind.__name__}"


for answer in json.load(sys.stdin):
    name = answer["entity"].removesuffix("[]")
    declared = NAMES.get(name, name)
    if declared.split("[")[0] not in SCOPE:
        continue
    values = answer["value"] if answer["entity"].endswith("[]") else [answer["value"]]
    print(f"ok {declared}")
    for wrong in sorted({wrong for value in values for wrong in fits(declared, value, declared)}):
        print(f"not ok {answer['endpoint']}: {wrong}")
