"""The pack: what a server knows of the API beyond its pages."""

from callsheet.contrib.superoffice import images, seeds
from callsheet.contrib.superoffice.languages import in_language
from callsheet.server.engine.locale import HeaderMeaning
from callsheet.server.pack import Pack
from callsheet.server.resources.grouping import Conventions, Role

PACK = Pack(
    behaviours=images.behaviours,
    seed=seeds.seed,
    schemes=("SoTicket",),
    headers={
        "SO-Culture": HeaderMeaning.CULTURE,
        "SO-Language": HeaderMeaning.LANGUAGE,
        "SO-TimeZone": HeaderMeaning.TIME_ZONE,
    },
    translate=in_language,
    conventions=Conventions(
        procedures={
            "CreateDefault": Role.DEFAULT,
            "Delete": Role.DELETE,
            "Get": Role.READ,
            "Save": Role.SAVE,
        },
        suffixes=("WithLinks",),
    ),
)
