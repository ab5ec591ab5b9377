"""The list of local authorities that comes with the program."""

from visitapp.frameworks.authority_names import load_authority_names


def test_every_authority_has_a_code_of_three_digits_and_a_name_of_its_own():
    names = load_authority_names()
    assert len(names) > 150
    assert all(code.isdecimal() and len(code) == 3 for code in names)
    assert len({name.casefold() for name in names.values()}) == len(names)


def test_codes_of_every_region_are_known():
    names = load_authority_names()
    known = {
        "201": "City of London",
        "330": "Birmingham",
        "850": "Hampshire",
        "886": "Kent",
        "943": "Westmorland and Furness",
    }
    assert {code: names[code] for code in known} == known
