import { api, type Page } from '@kontor/api'

export type Nature = 'GOODS' | 'SERVICE' | 'SOFTWARE'
export const NATURES: readonly Nature[] = ['GOODS', 'SERVICE', 'SOFTWARE']
export type TaxCategory = 'STANDARD' | 'REDUCED' | 'ZERO' | 'EXEMPT'
export const TAX_CATEGORIES: readonly TaxCategory[] = ['STANDARD', 'REDUCED', 'ZERO', 'EXEMPT']

/** How one shop offers a product; price and stock are decimal text. */
export interface Listing {
  account: string
  externalId: string
  name: string
  sku?: string
  price?: string
  currency?: string
  foreignState: string
  stock?: string
  delisted: boolean
  changedAt: string
}

export interface Product {
  id: string
  parent?: string
  name: string
  sku?: string
  nature: Nature
  taxCategory: TaxCategory
  legalEntity: string
  listings: Listing[]
  version: number
}

/** A proposal to join two products that carry the same article number. */
export interface Proposal {
  product: string
  other: string
  sku: string
  proposedAt: string
}

export interface ProductDetail {
  product: Product
  linkedTo?: string
  proposals: Proposal[]
}

export interface ProductPatch {
  name?: string
  sku?: string | null
  nature?: string
  taxCategory?: string
}

export const products = {
  list: (
    filter: { q?: string; nature?: string; parent?: string },
    cursor: string | null,
    limit: number,
    signal: AbortSignal,
  ) =>
    api.get<Page<Product>>('/catalog/products', {
      query: { ...filter, cursor, limit },
      signal,
    }),
  get: (id: string, signal: AbortSignal) => api.get<ProductDetail>(`/catalog/products/${id}`, { signal }),
  edit: (seen: Product, patch: ProductPatch) =>
    api.patch<ProductDetail>(`/catalog/products/${seen.id}`, patch, {
      version: seen.version,
    }),
  decide: (product: string, other: string, decision: string) =>
    api.post<ProductDetail>(`/catalog/products/${product}/links/${other}`, {
      decision,
    }),
}
