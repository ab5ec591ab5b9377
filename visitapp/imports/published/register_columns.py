"""The columns of the national register that are read, and all that any of its eras since 2021 has had."""

COLUMNS = {
    "urn": "URN",
    "authority_code": "LA (code)",
    "authority": "LA (name)",
    "number": "EstablishmentNumber",
    "name": "EstablishmentName",
    "kind": "TypeOfEstablishment (name)",
    "kind_group": "EstablishmentTypeGroup (name)",
    "status": "EstablishmentStatus (name)",
    "status_code": "EstablishmentStatus (code)",
    "opened_on": "OpenDate",
    "closed_on": "CloseDate",
    "phase": "PhaseOfEducation (name)",
    "youngest": "StatutoryLowAge",
    "oldest": "StatutoryHighAge",
    "gender": "Gender (name)",
    "religion": "ReligiousCharacter (name)",
    "capacity": "SchoolCapacity",
    "roll": "NumberOfPupils",
    "meals_percent": "PercentageFSM",
    "trust": "Trusts (name)",
    "federation": "Federations (name)",
    "changed_on": "LastChangedDate",
    "counted_on": "CensusDate",
    "street": "Street",
    "town": "Town",
    "postcode": "Postcode",
    "region": "GOR (name)",
    "website": "SchoolWebsite",
    "telephone": "TelephoneNum",
}
"""What is read, by what it becomes."""

TEXTS = (
    *("authority_code", "authority", "number", "kind", "kind_group", "phase", "gender", "religion"),
    *("trust", "federation", "street", "town", "postcode", "region", "website", "telephone"),
)
"""Those that stay texts, in the order they are read in."""

OF_WHOLE_ONLY = frozenset({"status_code"})
"""What only the whole register has; the search download has names without codes."""

HEAD = ("HeadTitle (name)", "HeadFirstName", "HeadLastName")
"""Personal: read for the reviewer's own schools only."""

LINKED = "Linked establishments"
"""The search download's last column: each link as number and sort, further ones in further cells."""

INSPECTED, RATED = "OfstedLastInsp", ("OfstedRating (name)", "OfstedRating (code)")
"""Until January 2025: the day of the last inspection, and its word, spelt or as a number."""

SHORTENED = ("UPRN", "UKPRN", "TelephoneNum", "EstablishmentNumber", "CHNumber", "SchoolCapacity", "NumberOfPupils")
"""Long numbers, which a spreadsheet program shortens first."""

_OTHERS = """
TypeOfEstablishment (code)|EstablishmentTypeGroup (code)|ReasonEstablishmentOpened (code)
ReasonEstablishmentOpened (name)|ReasonEstablishmentClosed (code)|ReasonEstablishmentClosed (name)
PhaseOfEducation (code)|Boarders (code)|Boarders (name)|NurseryProvision (name)|OfficialSixthForm (code)
OfficialSixthForm (name)|Gender (code)|ReligiousCharacter (code)|ReligiousEthos (name)|Diocese (code)|Diocese (name)
AdmissionsPolicy (code)|AdmissionsPolicy (name)|SpecialClasses (code)|SpecialClasses (name)|NumberOfBoys
NumberOfGirls|TrustSchoolFlag (code)|TrustSchoolFlag (name)|Trusts (code)|SchoolSponsorFlag (name)
SchoolSponsors (name)|FederationFlag (name)|Federations (code)|UKPRN|FEHEIdentifier|FurtherEducationType (name)
Locality|Address3|County (name)|HeadPreferredJobTitle|BSOInspectorateName (name)|InspectorateReport
DateOfLastInspectionVisit|NextInspectionVisit|TeenMoth (name)|TeenMothPlaces|CCF (name)|SENPRU (name)|EBD (name)
PlacesPRU|FTProv (name)|EdByOther (name)|Section41Approved (name)|SEN1 (name)|SEN2 (name)|SEN3 (name)|SEN4 (name)
SEN5 (name)|SEN6 (name)|SEN7 (name)|SEN8 (name)|SEN9 (name)|SEN10 (name)|SEN11 (name)|SEN12 (name)|SEN13 (name)
TypeOfResourcedProvision (name)|ResourcedProvisionOnRoll|ResourcedProvisionCapacity|SenUnitOnRoll|SenUnitCapacity
GOR (code)|DistrictAdministrative (code)|DistrictAdministrative (name)|AdministrativeWard (code)
AdministrativeWard (name)|ParliamentaryConstituency (code)|ParliamentaryConstituency (name)|UrbanRural (code)
UrbanRural (name)|GSSLACode (name)|Easting|Northing|MSOA (name)|LSOA (name)|InspectorateName (name)|SENStat
SENNoStat|BoardingEstablishment (name)|PropsName|PreviousLA (code)|PreviousLA (name)|PreviousEstablishmentNumber
Country (name)|UPRN|SiteName|QABName (code)|QABName (name)|EstablishmentAccredited (code)
EstablishmentAccredited (name)|QABReport|CHNumber|MSOA (code)|LSOA (code)|FSM|AccreditationExpiryDate
OfstedSpecialMeasures (code)|OfstedSpecialMeasures (name)|RSCRegion (name)
CensusAreaStatisticWard (name)
"""

KNOWN = frozenset(
    (*COLUMNS.values(), *HEAD, LINKED, INSPECTED, *RATED, *_OTHERS.strip().replace("\n", "|").split("|"))
)
"""Every column of the whole register from 2021 to 2026 and of the search download."""
