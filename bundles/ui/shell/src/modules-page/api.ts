import { api, upload, type Page, type Sent } from '@kontor/api'

/** Why a module is as it is, or why something cannot be done with it. */
export interface Reason {
  code: string
  words: string
  arguments?: Record<string, unknown>
}

export type ModuleState = 'starting' | 'active' | 'waiting' | 'failed' | 'quarantined' | 'draining'
export type Origin = 'shipped' | 'uploaded'
export type Verb = 'install' | 'update' | 'remove' | 'rollback'
export type Effect = 'installed' | 'updated' | 'restarted' | 'stopped' | 'removed'
export type OperationState = 'running' | 'done' | 'failed' | 'rolled-back' | 'interrupted'
export type Step = 'prepare' | 'drain' | 'stop' | 'install' | 'refresh' | 'start' | 'check' | 'roll-back' | 'record'

/** An artefact by its fingerprint, and the version of the module that it carries. */
export interface Version {
  artefact: string
  version: string
}

export interface InstalledModule {
  name: string
  version: string
  state: ModuleState
  reason?: Reason | null
  origin: Origin
  artefact: string
  signer?: string | null
  since: string
  dependsOn: string[]
  neededBy: string[]
  update?: Version | null
  previous?: Version | null
}

export interface Artefact {
  id: string
  module: string
  version: string
  origin: Origin
  signer?: string | null
  /** In bytes. */
  size: number
  storedAt: string
  storedBy?: string | null
  installed: boolean
}

/** What is asked for; an artefact where a certain version is meant. */
export interface Wish {
  action: Verb
  module?: string
  artefact?: string
}

export interface Plan {
  id: string
  action: Verb
  module: string
  fromVersion?: string | null
  toVersion?: string | null
  affected: { module: string; effect: Effect }[]
  refusal?: Reason | null
  trusted: boolean
  signer?: string | null
}

export interface Operation {
  id: string
  action: Verb
  module: string
  fromVersion?: string | null
  toVersion?: string | null
  state: OperationState
  step: Step
  reason?: Reason | null
  began: string
  ended?: string | null
  by?: string | null
}

/** The largest file that is taken. */
export const LARGEST_BYTES = 32 * 1024 * 1024

export const engine = {
  modules: (signal: AbortSignal) => api.get<{ items: InstalledModule[] }>('/modules', { signal }),
  artefacts: (signal: AbortSignal) => api.get<{ items: Artefact[] }>('/modules/artefacts', { signal }),
  /** Stores the file; nothing is installed by that. */
  upload: (file: Blob, options: { signal: AbortSignal; progress: (sent: Sent) => void }) =>
    upload<Artefact>('/modules/artefacts', file, options),
  discard: (artefact: string) => api.delete(`/modules/artefacts/${artefact}`),
  /** Says what would happen; changes nothing. */
  plan: (wish: Wish) => api.post<Plan>('/modules/plans', wish),
  begin: (plan: Plan, wish: Wish, trust: boolean, idempotencyKey: string) =>
    api.post<Operation>(
      '/modules/operations',
      { plan: plan.id, ...wish, ...(trust ? { trust } : {}) },
      { idempotencyKey },
    ),
  operations: (cursor: string | null, limit: number, signal: AbortSignal) =>
    api.get<Page<Operation>>('/modules/operations', { query: { cursor, limit }, signal }),
  operation: (id: string) => api.get<Operation>(`/modules/operations/${id}`),
}
