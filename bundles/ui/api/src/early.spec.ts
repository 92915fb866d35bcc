import { afterEach, expect, it, vi } from 'vitest'
import { earlyAnswer } from './early'
import { api } from './http'

afterEach(() => {
  delete globalThis.kontorEarly
  vi.unstubAllGlobals()
})

it('is handed out once, and then the server is asked', async () => {
  const fetched = vi.fn(() => Promise.resolve(new Response('{"from":"server"}')))
  vi.stubGlobal('fetch', fetched)
  globalThis.kontorEarly = { '/api/access/session': Promise.resolve(new Response('{"from":"page"}')) }
  expect(await api.get('/access/session')).toEqual({ from: 'page' })
  expect(fetched.mock.calls).toHaveLength(0)
  expect(await api.get('/access/session')).toEqual({ from: 'server' })
})

it('is for reading alone', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('{"from":"server"}')))
  globalThis.kontorEarly = { '/api/access/session': Promise.resolve(new Response('{"from":"page"}')) }
  expect(await api.post('/access/session', {})).toEqual({ from: 'server' })
})

it('of a connection that failed is the failure', async () => {
  globalThis.kontorEarly = { '/api/access/session': Promise.reject(new TypeError('Failed to fetch')) }
  await expect(api.get('/access/session')).rejects.toMatchObject({ code: 'client.offline' })
})

it('is absent where nothing was asked for', () => {
  expect(earlyAnswer('/ui/modules')).toBeUndefined()
})
