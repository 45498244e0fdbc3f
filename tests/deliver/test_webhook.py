"""A webhook gets a signed message, and what it answers decides whether it is tried again."""

import base64
import hashlib
import hmac
import json
import re
import ssl
import time
from email.utils import formatdate
from pathlib import Path

import msgspec
import pytest
from parcels import MARKDOWN, PDF, edition, parcel, quiet
from web_server import Asked, Reply, web_server

from briefgen.deliver import DELIVERERS
from briefgen.model.job import Secret, Webhook
from briefgen.model.parcel import Parcel
from briefgen.model.problem import DeliveryError

KEY = "a long and secret key"
SECRETS = {"HOOK": KEY}


def channel(url: str, **values: object) -> Webhook:
    known = Webhook(name="hook", url=url, secret=Secret("HOOK"), timeout=30.0)
    return msgspec.structs.replace(known, **values)


def send(url: str, what: Parcel | None = None, **values: object) -> None:
    DELIVERERS[Webhook](channel(url, **values), what or parcel(), SECRETS)


def refusal(url: str, timeout: float = 30.0) -> DeliveryError:
    with pytest.raises(DeliveryError) as raised:
        send(url, timeout=timeout)
    assert KEY not in str(raised.value)
    return raised.value


def test_the_message_tells_what_changed_and_names_each_file_by_its_hash() -> None:
    with web_server() as site:
        send(site.at("/hook", Reply(204)), parcel(edition=edition(marking="TLP:GREEN")))
    (asked,) = site.asked
    told = json.loads(asked.body)
    assert asked.method == "POST"
    assert asked.headers["content-type"] == "application/json"
    assert told["schema"] == "briefgen.webhook/1"
    assert (told["kind"], told["job"], told["edition"]) == ("edition", "daily", 12)
    assert told["marking"] == "TLP:GREEN"
    assert told["summary"] == "3 new, 1 changed since edition 11"
    assert told["changes"] == list(parcel().changes)
    assert told["counts"]["new"] == 3
    assert told["markdown"] == MARKDOWN
    named = {file["name"]: file for file in told["files"]}
    assert named["analyst.pdf"]["sha256"] == hashlib.sha256(PDF).hexdigest()
    assert named["analyst.pdf"]["bytes"] == len(PDF)


def test_a_quiet_day_is_told_without_files() -> None:
    with web_server() as site:
        send(site.at("/hook", Reply()), quiet())
    told = json.loads(site.asked[0].body)
    assert told["kind"] == "quiet"
    assert told["files"] == []
    assert told["markdown"] is None
    assert told["summary"] == "nothing new since edition 12"


def checks(asked: Asked, key: str = KEY) -> bool:
    name, moment = asked.headers["webhook-id"], asked.headers["webhook-timestamp"]
    signed = f"{name}.{moment}.".encode() + asked.body
    mac = hmac.new(key.encode(), signed, hashlib.sha256).digest()
    return hmac.compare_digest(asked.headers["webhook-signature"], "v1," + base64.b64encode(mac).decode())


def test_the_signature_holds_for_the_key_the_time_and_every_byte() -> None:
    with web_server() as site:
        send(site.at("/hook", Reply()))
    (asked,) = site.asked
    assert checks(asked)
    assert not checks(asked, "another key")
    assert not checks(asked._replace(body=asked.body + b" "))
    assert not checks(asked._replace(headers={**asked.headers, "webhook-timestamp": "1"}))
    assert abs(int(asked.headers["webhook-timestamp"]) - time.time()) < 60


def test_the_example_of_the_documentation_checks_the_signature(root: Path) -> None:
    page = (root / "docs" / "delivery.md").read_text("utf-8")
    example = next(code for code in re.findall(r"```python\n(.*?)```", page, re.DOTALL) if "hmac" in code)
    names: dict[str, object] = {}
    exec(example, names)  # what a reader would copy
    with web_server() as site:
        send(site.at("/hook", Reply()))
    (asked,) = site.asked
    check = names["is_from_briefgen"]
    assert callable(check)
    assert check(asked.headers, asked.body, KEY)
    assert not check(asked.headers, asked.body + b" ", KEY)
    assert not check({**asked.headers, "webhook-timestamp": "1700000000"}, asked.body, KEY)


def test_a_key_in_the_form_of_standard_webhooks_is_unpacked() -> None:
    packed = {"HOOK": "whsec_" + base64.b64encode(KEY.encode()).decode()}
    with web_server() as site:
        DELIVERERS[Webhook](channel(site.at("/hook", Reply())), parcel(), packed)
        assert checks(site.asked[0])
        with pytest.raises(DeliveryError, match="no Base64"):
            DELIVERERS[Webhook](channel(site.address("/hook")), parcel(), {"HOOK": "whsec_%%%"})


def test_who_gives_no_secret_gets_no_signature() -> None:
    with web_server() as site:
        send(site.at("/hook", Reply()), secret=None)
    assert "webhook-signature" not in site.asked[0].headers


def test_nine_failures_and_then_success_bear_the_same_key() -> None:
    with web_server() as site:
        url = site.at("/hook", *[Reply(500, b"down")] * 9, Reply(200))
        for _ in range(9):
            error = refusal(url)
            assert not error.permanent
            assert "answered 500 (down)" in str(error)
        send(url)
    assert len(site.asked) == 10
    assert len({asked.headers["idempotency-key"] for asked in site.asked}) == 1
    assert len({asked.body for asked in site.asked}) == 1
    assert all(checks(asked) for asked in site.asked)


@pytest.mark.parametrize("status", [408, 425, 429, 500, 502, 503, 504])
def test_who_cannot_now_is_asked_again(status: int) -> None:
    with web_server() as site:
        assert not refusal(site.at("/hook", Reply(status))).permanent


@pytest.mark.parametrize("status", [400, 410, 413, 422])
def test_who_will_not_is_not_asked_again(status: int) -> None:
    with web_server() as site:
        error = refusal(site.at("/hook", Reply(status)))
    assert error.permanent
    assert not error.settings


@pytest.mark.parametrize("status", [301, 308, 401, 403, 404, 405, 407])
def test_a_wrong_secret_or_address_waits_for_somebody_to_mend_it(status: int) -> None:
    with web_server() as site:
        error = refusal(site.at("/hook", Reply(status)))
    assert error.settings
    assert not error.permanent


def test_the_wait_that_is_asked_for_is_handed_up() -> None:
    with web_server() as site:
        soon = Reply(503, headers={"Retry-After": formatdate(time.time() + 100, usegmt=True)})
        url = site.at("/hook", Reply(429, headers={"Retry-After": "120"}), soon, Reply(429), Reply(429))
        assert refusal(url).retry_after == 120
        assert 90 < (refusal(url).retry_after or 0) <= 100
        assert refusal(url).retry_after is None


@pytest.mark.parametrize(
    ("words", "seconds"),
    [("-5", None), ("soon", None), ("9" * 400, 86_400), ("0", 0), ("١٢", None), ("", None)],
)
def test_a_strange_wait_does_no_harm(words: str, seconds: float | None) -> None:
    with web_server() as site:
        error = refusal(
            site.at("/hook", Reply(429, headers={"Retry-After": words.encode().decode("latin-1")}))
        )
    assert error.retry_after == seconds


def test_no_redirect_is_followed() -> None:
    with web_server() as site:
        site.at("/other", Reply(200))
        error = refusal(site.at("/hook", Reply(307, headers={"Location": site.address("/other")})))
    assert error.settings
    assert [asked.path for asked in site.asked] == ["/hook"]


def test_a_server_that_hangs_costs_its_timeout() -> None:
    with web_server() as site:
        begun = time.monotonic()
        error = refusal(site.at("/hook", Reply(silence=30)), timeout=0.5)
    assert time.monotonic() - begun < 15
    assert not error.permanent
    assert "did not answer within 0.5 s" in str(error)


def test_a_server_that_answers_in_drips_is_left() -> None:
    with web_server() as site:
        begun = time.monotonic()
        error = refusal(site.at("/hook", Reply(body=b"x" * 3_000, drip=0.3)), timeout=0.5)
    assert time.monotonic() - begun < 15
    assert not error.permanent


def test_an_endless_answer_counts_by_its_status() -> None:
    with web_server() as site:
        send(site.at("/hook", Reply(endless=True)))


def test_only_certificates_that_are_known_are_trusted(
    trusted: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    with web_server(trusted) as site:
        url = site.at("/hook", Reply())
        send(url)
        assert len(site.asked) == 1
        assert "certificate is not good" in str(refusal(url.replace("localhost", "127.0.0.1")))
        monkeypatch.delenv("SSL_CERT_FILE")
        error = refusal(url)
        assert "certificate is not good" in str(error)
        assert not error.permanent
    assert len(site.asked) == 1


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("http://no-such-host.invalid/token-7f3", "no machine of that name"),
        ("http://localhost:1/token-7f3", "nothing answers"),
        ("ftp://localhost/token-7f3", "no address"),
        ("http:///token-7f3", "no address"),
        ("http://localhost:99999/token-7f3", "no address"),
        ("http://[::1/token-7f3", "no address"),
        ("http://localhost/token-7f3\r\nX: y", "no address"),
    ],
)
def test_an_address_that_leads_nowhere_is_told_of_without_its_path(url: str, said: str) -> None:
    error = refusal(url)
    assert said in str(error)
    assert "token-7f3" not in str(error)


def test_an_answer_that_holds_the_secret_is_shown_without_it() -> None:
    with web_server() as site:
        error = refusal(site.at("/hook", Reply(403, f"bad key {KEY}\n\x1b[31m".encode())))
    assert "bad key •••" in str(error)
    assert str(error).isprintable()


def test_a_message_goes_through_the_proxy_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    with web_server() as proxy:
        proxy.at("http://hook.example/in", Reply(200))
        monkeypatch.setenv("http_proxy", f"http://guest:pw@localhost:{proxy.port}")
        monkeypatch.setenv("no_proxy", "")
        send("http://hook.example/in")
    (asked,) = proxy.asked
    assert asked.path == "http://hook.example/in"
    assert asked.headers["proxy-authorization"].startswith("Basic ")
