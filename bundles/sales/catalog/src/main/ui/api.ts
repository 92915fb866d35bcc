import { api, type Page } from '@kontor/api'
import type { components } from './generated/api'

type Schemas = components['schemas']

export type Nature = Schemas['catalog.ReceivedProductNature']
export type TaxCategory = Schemas['catalog.ProductTaxCategory']
/** How one shop offers a product; price and stock are decimal text. */
export type Listing = Schemas['catalog.Listing']
export type Product = Schemas['catalog.Product']
/** A proposal to join two products that carry the same article number. */
export type Proposal = Schemas['catalog.Proposal']
export type ProductDetail = Schemas['catalog.ProductDetail']
export type ProductPatch = Schemas['catalog.ProductPatch']
export type Decision = Schemas['catalog.LinkProposalDecision']

export const NATURES: readonly Nature[] = ['GOODS', 'SERVICE', 'SOFTWARE']
export const TAX_CATEGORIES: readonly TaxCategory[] = ['STANDARD', 'REDUCED', 'ZERO', 'EXEMPT']

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
  decide: (product: string, other: string, decision: Decision) =>
    api.post<ProductDetail>(`/catalog/products/${product}/links/${other}`, { decision }, { keepalive: true }),
}
