import assert from 'node:assert/strict'
import { settled, t } from './browser.mjs'

/** The played shop, from inside: `load` puts a document into it exactly as it is and tells nobody. */
export async function shopDoes({ url }, path, body) {
  const response = await fetch(`${url}/_fake/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  assert.ok(response.ok, `${path} answered ${response.status}`)
  return response.json()
}

/** An order as the shop tells it, under a number of the test's own. */
export async function anOrder(shop, id, changes = {}) {
  const bought = await shopDoes(shop, 'orders', {})
  return { ...bought, id, number: String(id), order_key: `wc_order_${id}`, ...changes }
}

/** The page of the one connected shop; asks the shop for news. */
export async function checkShop(page) {
  await page.goto('/connector')
  await page.locator('a[href^="/connector/"]').first().click()
  await page.getByRole('button', { name: t('connector.sweep'), exact: true }).click()
  await page.getByText(t('connector.sweep.started')).waitFor()
  await settled(page)
}
