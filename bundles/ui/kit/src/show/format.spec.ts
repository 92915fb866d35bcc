// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { formatPhone, initials, relative } from './format'

describe('a phone number', () => {
  it('is grouped as people of its country do', () => {
    expect(formatPhone('+4930901820')).toBe('+49 30 901 820')
    expect(formatPhone('+4915112345678')).toBe('+49 151 1234 5678')
    expect(formatPhone('+4366412338321')).toBe('+43 664 123 38321')
    expect(formatPhone('+48501353108')).toBe('+48 501 353 108')
    expect(formatPhone('+79161234567')).toBe('+7 916 123 45 67')
    expect(formatPhone('+33142345678')).toBe('+33 1 42 34 56 78')
    expect(formatPhone('+442079460958')).toBe('+44 20 7946 0958')
  })

  it('keeps every digit, also of a country nobody knows', () => {
    for (const phone of ['+8613912345678', '+491234', '+7', '+420601234567890', 'extension 12']) {
      expect(formatPhone(phone).replace(/ /g, '')).toBe(phone.replace(/ /g, ''))
    }
  })
})

describe('a moment', () => {
  it('is told in the largest unit that fits, in the language of the reader', () => {
    const now = new Date('2026-11-22T12:00:00Z')
    expect(relative(new Date('2026-11-22T09:30:00Z'), now, 'de')).toBe('vor 2 Std.')
    expect(relative(new Date('2026-11-21T11:00:00Z'), now, 'en')).toBe('yesterday')
  })
})

describe('initials', () => {
  it('are those of the first and the last word', () => {
    expect([initials('Anna Maria Berg'), initials('Teehaus'), initials('')]).toEqual(['AB', 'TE', '?'])
  })
})
