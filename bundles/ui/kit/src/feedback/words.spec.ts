// @vitest-environment node
import { ProblemError } from '@kontor/api'
import { afterEach, describe, expect, it } from 'vitest'
import { fieldText, problemText, speakProblems } from './words'

const SILENT = { problem: () => undefined, reason: () => undefined }

const refused = (values: Record<string, unknown>) =>
  new ProblemError({
    title: 'The request is not valid',
    status: 400,
    code: 'request.invalid',
    detail: 'The field title is not valid: it is missing',
    arguments: { field: 'title', ...values },
    fields: { title: { code: 'request.invalid', message: 'it is missing' } },
  })

describe('the words of a problem', () => {
  afterEach(() => speakProblems(SILENT))

  it('stand at the field in the language of the page', () => {
    speakProblems({
      ...SILENT,
      reason: ({ arguments: values }) => (values?.reasonCode === 'missing' ? 'das fehlt' : undefined),
    })
    const error = refused({ reason: 'it is missing', reasonCode: 'missing' })
    expect(fieldText(error, 'title')).toBe('Das fehlt')
    expect(fieldText(error, 'value')).toBeUndefined()
  })

  it('are those of the problem where it names no reason', () => {
    speakProblems({ ...SILENT, problem: () => 'Diese Nummer ist keine' })
    expect(fieldText(refused({}), 'title')).toBe('Diese Nummer ist keine')
  })

  it('are those of the server where the page knows none', () => {
    const error = refused({ reason: 'it is missing', reasonCode: 'unheard-of' })
    expect(fieldText(error, 'title')).toBe('it is missing')
    expect(problemText(error)).toBe('The field title is not valid: it is missing')
  })
})
