"""What a printed page still lacks of PDF/UA-1 when WeasyPrint has tagged it for PDF/A."""

from collections.abc import Iterator
from typing import Any, Protocol

PDF_UA = b'<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>'
"""ISO 14289-1, clause 5: how a file says that it conforms."""
EXTENSION = b"""<rdf:Description rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"""
"""ISO 19005-3, 6.6.2.3: a schema that PDF/A does not know has to be described in the file."""
END = b"</rdf:RDF>"


class Pdf(Protocol):
    """What is used here of a PDF that WeasyPrint has made and not yet written."""

    catalog: Any
    info: dict[str, Any]
    pages: Any
    objects: list[Any]

    def add_object(self, object_: object, /) -> None:
        """Give an object a number, and the file the object."""


def make_accessible(pdf: Pdf) -> None:
    """Give a PDF/A file with tags what PDF/UA-1 asks for beside them.

    The head and foot of each page become artefacts (ISO 14289-1, 7.8): WeasyPrint tags them, but leaves
    their tags out of the tree. Table heads say of which cells they are the heads (7.5), and the metadata
    say that the file conforms (5).
    """
    for element in pdf.objects:
        if isinstance(element, dict) and element.get("S") == "/TH":
            element["A"]["Scope"] = "/Column"
    _make_artefacts(pdf)
    _say_so(pdf)


def _make_artefacts(pdf: Pdf) -> None:
    """Whatever stands on a page and not in the tree is an artefact."""
    root = _at(pdf, pdf.catalog["StructTreeRoot"])
    in_tree = frozenset(_references(pdf, root["K"]))
    numbers = _at(pdf, root["ParentTree"])["Nums"]
    owners = {numbers[place]: numbers[place + 1] for place in range(0, len(numbers), 2)}
    pages = [one for one in pdf.objects if isinstance(one, dict) and one.get("Type") == "/Page"]
    for page in pages:
        owned = owners[page["StructParents"]]
        loose = {mcid for mcid, reference in enumerate(owned) if reference not in in_tree}
        _unmark(_at(pdf, page["Contents"]).stream, loose)
        owned[:] = [b"null" if mcid in loose else reference for mcid, reference in enumerate(owned)]


def _references(pdf: Pdf, kids: list[Any]) -> Iterator[bytes]:
    """The references of all elements below `kids`."""
    waiting = [kid for kid in kids if isinstance(kid, bytes)]
    while waiting:
        reference = waiting.pop()
        yield reference
        element = _at(pdf, reference)
        if element.get("Type") == "/StructElem":
            waiting += [kid for kid in element["K"] if isinstance(kid, bytes)]


def _unmark(stream: list[Any], loose: set[int]) -> None:
    """Turn the marked contents numbered `loose` into artefacts of the page's layout."""
    for place, item in enumerate(stream):
        if isinstance(item, dict) and item.get("MCID") in loose:
            item.clear()
            item["Type"] = "/Pagination"
            stream[place - 1] = "/Artifact"


def _say_so(pdf: Pdf) -> None:
    stream = _at(pdf, pdf.catalog["Metadata"]).stream
    (place,) = (place for place, part in enumerate(stream) if END in part)
    stream[place] = stream[place].replace(END, PDF_UA + EXTENSION + END, 1)


def _at(pdf: Pdf, reference: bytes) -> Any:  # noqa: ANN401 - objects of pydyf, which has no types
    return pdf.objects[int(reference.split()[0])]
