// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { covers } from './session'

describe('a permission', () => {
  it('covers itself and, by a star, everything of a module', () => {
    expect(covers('pipeline:read', 'pipeline:read')).toBe(true)
    expect(covers('pipeline:*', 'pipeline:write')).toBe(true)
    expect(covers('*', 'access:users')).toBe(true)
  })

  it('does not cover another one', () => {
    expect(covers('pipeline:read', 'pipeline:write')).toBe(false)
    expect(covers('pipeline:*', 'order:read')).toBe(false)
    expect(covers('pipeline:read', 'pipeline')).toBe(false)
  })
})
