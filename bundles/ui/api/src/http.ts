import { earlyAnswer } from './early'
import { ProblemError, problemOf } from './problem'

export type QueryValue = string | number | boolean | null | undefined

export interface CallOptions {
  query?: Record<string, QueryValue>
  signal?: AbortSignal
  /** The version read before; sent as If-Match, so that nobody's newer change is overwritten. */
  version?: number | string
  /** Key of this very intent; the same key twice creates once. Made up when absent. */
  idempotencyKey?: string
  /** Goes on when the page is left in the middle of it; only for small bodies. */
  keepalive?: boolean
  /** Answers 401 with an error instead of asking the person to log in again. */
  anonymous?: boolean
}

interface Hooks {
  csrfToken: () => string | undefined
  locale: () => string | undefined
  /** Resolves when the person has logged in again, with false when she has given up. */
  reauthenticate: () => Promise<boolean>
}

const hooks: Hooks = {
  csrfToken: () => undefined,
  locale: () => undefined,
  reauthenticate: () => Promise.resolve(false),
}

/** Set once by the session store and the shell. */
export function configureApi(given: Partial<Hooks>): void {
  Object.assign(hooks, given)
}

/** How long a call goes on asking a module that is being replaced; the server has held each of them before. */
const PATIENCE_MILLISECONDS = 15_000

function address(path: string, query?: Record<string, QueryValue>): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== null && value !== '') parameters.set(name, String(value))
  }
  const text = parameters.toString()
  return `/api${path}${text ? `?${text}` : ''}`
}

/** The headers of a call; `type` is that of the body, absent where there is none. */
export function headersFor(method: string, type: string | undefined, options: CallOptions): Headers {
  const headers = new Headers({ Accept: 'application/json, application/problem+json' })
  const locale = hooks.locale()
  if (locale) headers.set('Accept-Language', locale)
  if (type) headers.set('Content-Type', type)
  if (method === 'GET') return headers
  const token = hooks.csrfToken()
  if (token) headers.set('X-CSRF-Token', token)
  if (method === 'POST') headers.set('Idempotency-Key', options.idempotencyKey ?? newKey())
  if (options.version !== undefined) headers.set('If-Match', `"${options.version}"`)
  return headers
}

/** A fresh idempotency key: keep it with the form, so that a second press of the button is the same intent. */
export function newKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID()
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function typeOf(method: string, body: unknown): string | undefined {
  if (body === undefined) return undefined
  return method === 'PATCH' ? 'application/merge-patch+json' : 'application/json'
}

async function send(method: string, path: string, body: unknown, options: CallOptions): Promise<Response> {
  const headers = headersFor(method, typeOf(method, body), options)
  const init: RequestInit = { method, headers, credentials: 'same-origin' }
  if (body !== undefined) init.body = JSON.stringify(body)
  if (options.signal) init.signal = options.signal
  if (options.keepalive) init.keepalive = true
  try {
    const to = address(path, options.query)
    return await ((method === 'GET' ? earlyAnswer(to) : undefined) ?? fetch(to, init))
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new ProblemError({ title: 'No connection', status: 0, code: 'client.offline' })
  }
}

/** Milliseconds to wait before a module that is being replaced answers again, or undefined where waiting is no use. */
function patience(response: Response, until: number): number | undefined {
  if (response.status !== 503) return undefined
  const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN)
  const left = until - performance.now()
  return Number.isFinite(seconds) && left > 0 ? Math.min(Math.max(seconds, 1) * 1000, left) : undefined
}

function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resume, give) => {
    const stop = () => {
      clearTimeout(timer)
      give(new DOMException('The call was given up', 'AbortError'))
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop)
      resume()
    }, milliseconds)
    if (signal?.aborted) stop()
    else signal?.addEventListener('abort', stop, { once: true })
  })
}

/** Reads, and writes that carry their key, may be sent again: what has happened already is not done a second time. */
async function call<T>(method: string, path: string, body: unknown, options: CallOptions = {}): Promise<T> {
  const steady = method === 'POST' ? { idempotencyKey: newKey(), ...options } : options
  const until = method === 'GET' || method === 'POST' ? performance.now() + PATIENCE_MILLISECONDS : 0
  let asked = false
  for (;;) {
    const response = await send(method, path, body, steady)
    if (response.ok) return (await answerOf(response)) as T
    if (response.status === 401 && !options.anonymous && !asked) {
      asked = true
      if (await hooks.reauthenticate()) continue
    }
    const wait = patience(response, until)
    if (wait === undefined) throw await problemOf(response)
    await pause(wait, options.signal)
  }
}

async function answerOf(response: Response): Promise<unknown> {
  if (response.status === 204) return undefined
  const text = await response.text()
  return text ? JSON.parse(text) : undefined
}

/** The one way to the server: JSON in, JSON out, every failure a {@link ProblemError}. Paths start below `/api`. */
export const api = {
  get: <T>(path: string, options?: CallOptions): Promise<T> => call<T>('GET', path, undefined, options),
  post: <T = void>(path: string, body?: unknown, options?: CallOptions): Promise<T> =>
    call<T>('POST', path, body ?? {}, options),
  put: <T = void>(path: string, body: unknown, options?: CallOptions): Promise<T> =>
    call<T>('PUT', path, body, options),
  /** RFC 7396: what is absent stays, null clears. */
  patch: <T = void>(path: string, body: unknown, options?: CallOptions): Promise<T> =>
    call<T>('PATCH', path, body, options),
  delete: <T = void>(path: string, options?: CallOptions): Promise<T> => call<T>('DELETE', path, undefined, options),
}
