import groovy.io.FileType

// kinds/loss/src/… becomes src/…; the other kinds go
def project = new File(request.outputDirectory, request.artifactId)
def kinds = new File(project, 'kinds')
def chosen = new File(kinds, request.properties['kind'])
if (!chosen.isDirectory()) {
    throw new IllegalArgumentException("there is no kind of plugin '${chosen.name}'; there are ${kinds.list().sort().join(', ')}")
}
chosen.eachFileRecurse(FileType.FILES) { file ->
    def target = new File(project, chosen.toPath().relativize(file.toPath()).toString())
    target.parentFile.mkdirs()
    file.renameTo(target)
}
kinds.deleteDir()
