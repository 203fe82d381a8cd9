// Fetches the search when its box is first touched.
(({ dataset }, field) => {
  field.onpointerdown = field.onfocus = () => {
    field.onpointerdown = field.onfocus = null
    document.head.append(Object.assign(document.createElement('script'), { src: dataset.code }))
  }
})(document.currentScript, document.getElementById('q'))
