// Fetches the search when its box is first touched.
(({ dataset }, field) => {
  field.onpointerdown = field.onfocus = () => {
    field.onpointerdown = field.onfocus = null
    for (const src of dataset.scripts.split(' ')) {
      document.head.append(Object.assign(document.createElement('script'), { src, async: false }))
    }
  }
})(document.currentScript, document.getElementById('q'))
