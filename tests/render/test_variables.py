"""The listing of what a template may use says all of it."""

from briefgen.model.marking import TLP_2
from briefgen.proofs.samples import sample
from briefgen.render import open_folder
from briefgen.render.jinja import filters
from briefgen.render.variables import FILTERS, variables
from briefgen.render.view import view_of


def test_every_filter_is_explained_with_an_example_that_works() -> None:
    folder = open_folder("analyst")
    assert set(FILTERS) == set(filters(folder.labels))
    view = view_of(sample("small", TLP_2, None), folder.audience, folder.scheme)
    found = variables(view, folder.templates, folder.labels)
    assert [one.name for one in found.filters if not one.example] == []


def test_every_field_that_is_text_has_a_type_in_words() -> None:
    folder = open_folder("analyst")
    view = view_of(sample("small", TLP_2, None), folder.audience, folder.scheme)
    found = variables(view, folder.templates, folder.labels)
    kinds = {kind.name: kind for kind in found.kinds}
    claim = {field.name: field for field in kinds["Claim"].fields}
    assert claim["quoted"].type == "true or false"
    assert claim["parent"].type == "text or none"
    assert claim["when"].type == "list of When"
    assert claim["stance"].type.startswith("one of asserted, ")
    assert not [field for kind in found.kinds for field in kind.fields if "typing." in field.type]
