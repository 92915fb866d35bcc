// @vitest-environment node
import { ProblemError } from '@kontor/api'
import { describe, expect, it } from 'vitest'
import { useForm } from './form'

const refused = (field: string) =>
  new ProblemError({
    title: 'The request is not valid',
    status: 400,
    code: 'request.invalid',
    detail: `The field ${field} is not valid: it is missing`,
    arguments: { field, reason: 'it is missing' },
    fields: { [field]: { code: 'request.invalid', message: 'it is missing' } },
  })

function form(problem: ProblemError) {
  const made = useForm(() => ({ title: '' }), { send: () => Promise.reject(problem) })
  made.errorOf('title')
  return made
}

describe('a form that was not taken', () => {
  it('says it at the field alone where the form has that field', async () => {
    const sent = form(refused('title'))
    expect(await sent.submit()).toBe(false)
    expect(sent.errorOf('title')).toBe('it is missing')
    expect(sent.error.value).toBeUndefined()
  })

  it('says it above its buttons where no field of it is meant', async () => {
    const sent = form(refused('currency'))
    await sent.submit()
    expect(sent.errorOf('title')).toBeUndefined()
    expect(sent.error.value?.code).toBe('request.invalid')
  })

  it('keeps its values and its key while the module is away, so that it is taken once', async () => {
    const keys: string[] = []
    const away = new ProblemError({ title: 'Away', status: 503, code: 'module.away' })
    const sent = useForm(() => ({ title: '' }), {
      send: (_values, key) => {
        keys.push(key)
        return keys.length === 1 ? Promise.reject(away) : Promise.resolve()
      },
    })
    sent.values.title = 'Office tea'
    expect(await sent.submit()).toBe(false)
    expect(sent.error.value?.code).toBe('module.away')
    expect(sent.values.title).toBe('Office tea')
    expect(await sent.submit()).toBe(true)
    expect(keys[1]).toBe(keys[0])
  })
})
