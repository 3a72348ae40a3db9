"""Everything the clinic works with, in one look."""

from sqlalchemy.orm import Session

from needlelog.db import devices, prices, products, protocols
from needlelog.domain.shelf import Shelf


def read(db: Session) -> Shelf:
    return Shelf(
        products.everything(db),
        devices.everything(db),
        protocols.everything(db),
        prices.everything(db),
    )
