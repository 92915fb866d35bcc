import { api } from '@kontor/api'
import type { components } from './generated/api'

type Schemas = components['schemas']

export type DemoData = Schemas['demo.Demo']

export const demo = {
  data: (signal: AbortSignal) => api.get<DemoData>('/demo/data', { signal }),
  remove: (idempotencyKey: string) => api.post<DemoData>('/demo/data/removal', undefined, { idempotencyKey }),
}
