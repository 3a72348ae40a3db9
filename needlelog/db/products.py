"""The products the clinic keeps: serums, numbing, cartridges."""

from dataclasses import replace

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from needlelog.db.rows import TABLES
from needlelog.db.values import columns_of, values_of
from needlelog.db.versions import save_over
from needlelog.domain.product import Product, ProductKind
from needlelog.domain.text import fold

_PRODUCTS = TABLES["product"]
_KINDS = tuple(ProductKind)


def add(db: Session, product: Product) -> Product:
    added = replace(product, version=1)
    db.execute(insert(_PRODUCTS), columns_of(added))
    return added


def save(db: Session, product: Product) -> Product:
    """Keep what was changed; RecordChanged when another chair was faster."""
    return replace(product, version=save_over(db, _PRODUCTS, product))


def everything(db: Session) -> tuple[Product, ...]:
    """All products: those in use first, then by kind and name."""
    found = values_of(db.execute(select(_PRODUCTS)), Product)
    return tuple(sorted(found, key=_place))


def _place(product: Product) -> tuple[bool, int, str]:
    return product.is_retired, _KINDS.index(product.kind), fold(product.name)
