// @vitest-environment node
import { describe, expect, it } from 'vitest'
import type { Artefact } from './api'
import { compareVersions, offeredOf } from './versions'

const artefact = (module: string, version: string): Artefact => ({
  id: `${module}-${version}`,
  module,
  version,
  origin: 'uploaded',
  size: 1,
  storedAt: '2026-01-01T00:00:00Z',
  installed: false,
})

describe('versions', () => {
  it('are compared number by number', () => {
    const sorted = ['0.10.0', '0.9.1', '1.0.0', '0.1.0.SNAPSHOT', '0.1.2'].sort(compareVersions)
    expect(sorted).toEqual(['0.1.0.SNAPSHOT', '0.1.2', '0.9.1', '0.10.0', '1.0.0'])
    expect(compareVersions('1.0.0', '1.0.0')).toBe(0)
  })

  it('lie ready by module, the newest first', () => {
    const offered = offeredOf([artefact('tea', '0.9.0'), artefact('cup', '1.0.0'), artefact('tea', '0.10.0')], [])
    expect(offered.map(({ module, newest, others }) => [module, newest.version, others.length])).toEqual([
      ['tea', '0.10.0', 1],
      ['cup', '1.0.0', 0],
    ])
  })
})
