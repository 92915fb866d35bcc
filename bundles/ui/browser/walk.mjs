import { launch } from './browser.mjs'
import * as walks from './walks.mjs'

// node walk.mjs <walk> <base address> <folder of screenshots> [facts as JSON]; ends with 1 and the reason when it fails.
const [, , name, base, screenshots, facts = '{}'] = process.argv
const walk = walks[name]
if (!walk) throw new Error(`There is no walk ${name}; there are ${Object.keys(walks).join(', ')}`)

const stage = await launch(base, screenshots)
try {
  await walk(stage, JSON.parse(facts))
  if (stage.complaints.length) throw new Error(`The pages complained:\n${stage.complaints.join('\n')}`)
  console.log(`${name}: well`)
} catch (error) {
  console.error(error)
  const pages = stage.browser.contexts().flatMap((context) => context.pages())
  for (const [index, page] of pages.entries()) {
    console.error(`Page ${index}: ${page.url()}`)
    await stage.shot(page, `failed-${name}-${index}`).catch((failure) => console.error(failure.message))
  }
  process.exitCode = 1
} finally {
  await stage.browser.close()
}
