"""Mail reaches a real server over TLS, once a recipient, and every refusal says what to do."""

import ssl
import time
from email.utils import parsedate_to_datetime

import msgspec
import pytest
import trustme
from mail_server import PASSWORD, USER, Box, mail_server, scripted
from parcels import HTML, MARKDOWN, PDF, WORD, edition, filed, parcel, quiet

from briefgen.deliver import DELIVERERS
from briefgen.model.job import Mail, Secret
from briefgen.model.parcel import Parcel
from briefgen.model.problem import DeliveryError

# aiosmtpd does not know that a server whose every connection is TLS takes no password in the clear.
pytestmark = pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")

SECRETS = {"MAIL_PASSWORD": PASSWORD}


def channel(port: int, **values: object) -> Mail:
    known = Mail(
        name="desk",
        to=("anna@example.org",),
        sender="Night desk <desk@example.org>",
        host="localhost",
        port=port,
        security="none",
        timeout=30.0,
    )
    return msgspec.structs.replace(known, **values)


def send(one: Mail, what: Parcel, secrets: dict[str, str] | None = None) -> None:
    DELIVERERS[Mail](one, what, SECRETS if secrets is None else secrets)


def refusal(one: Mail, what: Parcel | None = None, secrets: dict[str, str] | None = None) -> DeliveryError:
    with pytest.raises(DeliveryError) as raised:
        send(one, what or parcel(), secrets)
    assert PASSWORD not in str(raised.value)
    return raised.value


def test_a_mail_has_the_markdown_as_text_the_page_beside_it_and_the_pdf_attached() -> None:
    box = Box()
    with mail_server(box) as port:
        send(channel(port), parcel())
    (message,) = box.messages
    text = message.get_body(("plain",))
    page = message.get_body(("html",))
    assert text is not None
    assert page is not None
    assert text.get_content().replace("\r\n", "\n") == MARKDOWN
    assert page.get_content().replace("\r\n", "\n") == HTML
    (attached,) = message.iter_attachments()
    assert attached.get_filename() == "daily-12-analyst.pdf"
    assert attached.get_content_type() == "application/pdf"
    assert attached.get_content() == PDF
    assert message["Subject"] == "Harbour watch: 3 new, 1 changed"
    assert message["From"] == "Night desk <desk@example.org>"
    assert message["To"] == "anna@example.org"


def test_a_word_document_is_attached_too() -> None:
    box = Box()
    files = (*parcel().files, filed("analyst.docx", WORD, b"PK\x03\x04"))
    with mail_server(box) as port:
        send(channel(port), parcel(files=files))
    names = [part.get_filename() for part in box.messages[0].iter_attachments()]
    assert names == ["daily-12-analyst.pdf", "daily-12-analyst.docx"]


def test_programs_can_tell_that_nobody_wrote_it_and_what_it_is() -> None:
    box = Box()
    with mail_server(box) as port:
        send(channel(port), parcel(edition=edition(marking="TLP:AMBER")))
    (message,) = box.messages
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["List-Id"] == "<daily.briefgen.example.org>"
    assert message["X-Briefgen-Marking"] == "TLP:AMBER"
    assert message["X-Briefgen-Edition"] == "12"
    assert message["Subject"] == "[TLP:AMBER] Harbour watch: 3 new, 1 changed"
    assert parsedate_to_datetime(message["Date"]).isoformat() == "2026-11-22T05:00:00+00:00"


def test_a_second_attempt_sends_the_same_bytes_and_another_edition_another_id() -> None:
    box = Box()
    with mail_server(box) as port:
        for what in (parcel(), parcel(), parcel("ben@example.org"), parcel(key="daily/13/mail/anna")):
            send(channel(port), what)
    first, again, other, later = (data for _, _, data in box.mails)
    assert first == again
    ids = [message["Message-ID"] for message in box.messages]
    assert len(set(ids)) == 3
    assert ids[0].endswith("@example.org>")
    assert other != first != later


def test_a_quiet_day_brings_one_line() -> None:
    box = Box()
    with mail_server(box) as port:
        send(channel(port), quiet())
    (message,) = box.messages
    assert message["Subject"] == "Harbour watch: nothing new"
    assert message.get_content().strip() == "Harbour watch: nothing new since edition 12."
    assert parsedate_to_datetime(message["Date"]).day == 23
    assert not message.is_multipart()


def test_an_edition_without_text_is_summed_up() -> None:
    box = Box()
    with mail_server(box) as port:
        send(channel(port), parcel(files=parcel().files[2:]))
    text = box.messages[0].get_body(("plain",))
    assert text is not None
    assert "3 new, 1 changed since edition 11" in text.get_content()
    assert "40 ships wait, not 30" in text.get_content()


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_mail_goes_over_tls_after_a_login(security: str, trusted: ssl.SSLContext) -> None:
    box = Box()
    with mail_server(box, context=trusted, starttls=security == "starttls", login=True) as port:
        one = channel(port, security=security, user=USER, password=Secret("MAIL_PASSWORD"))
        send(one, parcel())
    assert box.encrypted == [security == "starttls"]  # the server sees only the TLS that it begins itself
    assert len(box.mails) == 1


def test_a_wrong_password_is_named_but_not_shown_and_can_be_mended(trusted: ssl.SSLContext) -> None:
    with mail_server(Box(), context=trusted, login=True) as port:
        one = channel(port, security="tls", user=USER, password=Secret("MAIL_PASSWORD"))
        error = refusal(one, secrets={"MAIL_PASSWORD": "wrong guess"})
    assert not error.permanent
    assert "refused name or password" in str(error)
    assert "wrong guess" not in str(error)


def test_a_password_in_other_letters_is_sent_as_utf_8(trusted: ssl.SSLContext) -> None:
    with mail_server(Box(), context=trusted, login=True) as port:
        one = channel(port, security="tls", user="wächter", password=Secret("MAIL_PASSWORD"))
        assert "refused name or password" in str(refusal(one, secrets={"MAIL_PASSWORD": "schlüssel"}))


def test_a_secret_that_is_not_there_is_named(trusted: ssl.SSLContext) -> None:
    one = channel(1, security="tls", user=USER, password=Secret("MAIL_PASSWORD"))
    assert "“MAIL_PASSWORD”" in str(refusal(one, secrets={}))


def test_a_password_is_not_sent_in_the_clear_to_another_machine() -> None:
    one = channel(25, host="mail.example.org", user=USER, password=Secret("MAIL_PASSWORD"))
    assert "for all to read" in str(refusal(one))


def test_a_certificate_of_nobody_known_stops_the_mail(authority: trustme.CA, trusted: ssl.SSLContext) -> None:
    stranger = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    trustme.CA().issue_cert("localhost").configure_cert(stranger)
    elsewhere = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("elsewhere.example").configure_cert(elsewhere)
    for context in (stranger, elsewhere):
        box = Box()
        for starttls in (False, True):
            with mail_server(box, context=context, starttls=starttls) as port:
                error = refusal(channel(port, security="starttls" if starttls else "tls"))
            assert "certificate is not good" in str(error)
            assert not error.permanent
        assert not box.mails


def test_a_server_without_starttls_gets_nothing() -> None:
    box = Box()
    with mail_server(box) as port:
        assert "no STARTTLS" in str(refusal(channel(port, security="starttls")))
    assert not box.mails


def test_a_server_that_does_not_speak_tls_is_told_of_as_that() -> None:
    with mail_server(Box()) as port:
        assert "does not speak TLS" in str(refusal(channel(port, security="tls")))


def test_one_refused_recipient_costs_the_others_nothing() -> None:
    box = Box()
    box.refused["ben@example.org"] = "550 5.1.1 no such mailbox"
    with mail_server(box) as port:
        send(channel(port), parcel("anna@example.org"))
        error = refusal(channel(port), parcel("ben@example.org"))
        send(channel(port), parcel("cleo@example.org"))
    assert error.permanent
    assert "ben@example.org" in str(error)
    assert "550 5.1.1 no such mailbox" in str(error)
    assert [to for _, to, _ in box.mails] == [["anna@example.org"], ["cleo@example.org"]]


def test_a_server_that_is_busy_takes_the_mail_at_the_second_attempt() -> None:
    box = Box()
    box.first = ["451 4.3.0 try again later"]
    with mail_server(box) as port:
        error = refusal(channel(port))
        assert not error.permanent
        assert "451" in str(error)
        send(channel(port), parcel())
    assert len(box.mails) == 1


def test_a_mail_that_is_refused_is_refused_for_good() -> None:
    box = Box()
    box.first = ["554 5.7.1 not wanted"]
    with mail_server(box) as port:
        assert refusal(channel(port)).permanent


def test_a_mail_larger_than_the_server_takes_is_not_begun() -> None:
    box = Box()
    with mail_server(box, limit=5_000) as port:
        error = refusal(channel(port))
    assert error.permanent
    assert "at most 5,000 bytes" in str(error)
    assert not box.mails


HANGING = {
    "greets nobody": [],
    "greets and is silent": [b"220 here\r\n"],
    "hangs after the recipient": [b"220 here\r\n", b"250 yes\r\n", b"250 yes\r\n"],
    "hangs after the mail": [b"220 here\r\n", b"250 yes\r\n", b"250 yes\r\n", b"250 yes\r\n", b"354 go\r\n"],
}


@pytest.mark.parametrize("answers", HANGING.values(), ids=HANGING)
def test_a_server_that_accepts_and_then_hangs_costs_its_timeout(answers: list[bytes]) -> None:
    with scripted(answers) as port:
        begun = time.monotonic()
        error = refusal(channel(port, timeout=0.5))
    assert time.monotonic() - begun < 15
    assert not error.permanent
    assert "did not answer within 0.5 s" in str(error)


def test_a_server_that_hangs_at_the_login_is_told_of_as_one_that_was_reached() -> None:
    answers = [b"220 here\r\n", b"250-here\r\n250 AUTH PLAIN\r\n"]
    with scripted(answers) as port:
        one = channel(port, timeout=0.5, user=USER, password=Secret("MAIL_PASSWORD"))
        told = str(refusal(one))
    assert "it was reached, but did not answer within 0.5 s at the login" in told
    assert "check host and port" not in told
    with scripted([]) as port:
        assert "check host and port" in str(refusal(channel(port, timeout=0.5)))


def test_a_server_that_speaks_a_byte_at_a_time_is_left() -> None:
    with scripted([b"220 " + b"here " * 200 + b"\r\n"], drip=0.1) as port:
        begun = time.monotonic()
        assert not refusal(channel(port, timeout=0.2)).permanent
    assert time.monotonic() - begun < 15


def test_a_server_that_breaks_off_is_tried_again() -> None:
    with scripted([b"220 here\r\n", b"close\r\n"]) as port:
        assert not refusal(channel(port)).permanent


@pytest.mark.parametrize("host", ["no-such-host.invalid", "localhost"])
def test_a_server_that_is_not_there_is_told_of(host: str) -> None:
    error = refusal(channel(1, host=host))
    assert not error.permanent
    assert "check" in str(error)
    assert host in str(error)


def test_a_title_with_line_feeds_adds_no_header() -> None:
    box = Box()
    hostile = "Watch\r\nBcc: everybody@example.org\r\n\r\nHello\u2028Bcc: x@example.org\0"
    what = parcel(edition=edition(title=hostile, job="daily\r\nX-Evil: 1", marking="TLP:RED\r\nX-Evil: 2"))
    with mail_server(box) as port:
        send(channel(port), what)
    (message,) = box.messages
    assert message["Bcc"] is None
    assert message["X-Evil"] is None
    assert message["Subject"].startswith("[TLP:RED X-Evil: 2] Watch Bcc: everybody@example.org Hello Bcc:")
    assert [to for _, to, _ in box.mails] == [["anna@example.org"]]


@pytest.mark.parametrize(
    "wrong", ["anna", "anna@", "@example.org", "a@b\r\nRCPT TO:<eve@example.org>", "a@b@", "", "a b@c.org>"]
)
def test_what_is_no_address_is_refused_before_anybody_is_called(wrong: str) -> None:
    error = refusal(channel(1), parcel(wrong))
    assert error.permanent
    assert "no address" in str(error)


def test_names_in_other_letters_arrive_as_they_are() -> None:
    box = Box()
    one = channel(0, sender="Nachtwache Zürich <wache@example.org>")
    what = parcel("Łukasz Żółć <lukasz@bücher.example>", edition=edition(title="日本海の船舶 — été"))
    with mail_server(box) as port:
        send(msgspec.structs.replace(one, port=port), what)
    (message,) = box.messages
    assert message["From"].addresses[0].display_name == "Nachtwache Zürich"
    assert message["To"].addresses[0].display_name == "Łukasz Żółć"
    assert message["Subject"].startswith("日本海の船舶 — été")
    assert box.mails[0][1] == ["lukasz@xn--bcher-kva.example"]
    assert box.mails[0][2].isascii()


def test_an_address_in_other_letters_goes_where_the_server_takes_it() -> None:
    box = Box()
    with mail_server(box) as port:
        send(channel(port), parcel("józef@example.org"))
    assert box.mails[0][1] == ["józef@example.org"]
    assert "SMTPUTF8" in box.options
    with mail_server(box, foreign=False) as port:
        error = refusal(channel(port), parcel("józef@example.org"))
    assert "SMTPUTF8" in str(error)
    assert len(box.mails) == 1


def test_long_lines_and_dots_arrive_whole_in_lines_that_no_server_breaks() -> None:
    box = Box()
    text = ".\n..\n" + "word " * 4_000 + "\n" + "日本" * 3_000 + "\n.leading\nFrom here\n"
    files = (filed("analyst.md", "text/markdown", text.encode()), parcel().files[2])
    with mail_server(box) as port:
        send(channel(port), parcel(files=files))
    body = box.messages[0].get_body(("plain",))
    assert body is not None
    assert body.get_content().replace("\r\n", "\n") == text
    lines = box.mails[0][2].split(b"\r\n")
    assert max(map(len, lines)) <= 998
    assert not any(b"\n" in line or b"\r" in line for line in lines)


def test_a_large_attachment_arrives_whole() -> None:
    box = Box()
    data = bytes(range(256)) * 20_000
    files = (*parcel().files[:2], filed("analyst.pdf", "application/pdf", data))
    with mail_server(box) as port:
        send(channel(port), parcel(files=files))
    (attached,) = box.messages[0].iter_attachments()
    assert attached.get_content() == data


def test_a_template_of_the_subject_is_filled_in_and_reaches_nothing_else() -> None:
    box = Box()
    words = "{job} {number} {as_of} {marking} {changes} {title.__class__} {0}"
    with mail_server(box) as port:
        send(channel(port, subject=words), parcel(edition=edition(marking="TLP:GREEN")))
    assert box.messages[0]["Subject"] == (
        "daily 12 2026-11-22 TLP:GREEN 3 new, 1 changed {title.__class__} {0}"
    )
