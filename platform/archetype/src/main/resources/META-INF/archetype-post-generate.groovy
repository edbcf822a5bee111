import groovy.io.FileType

// kinds/loss/src/… becomes src/…; the other kinds go
def project = new File(request.outputDirectory, request.artifactId)
def kinds = new File(project, 'kinds')
def chosen = new File(kinds, request.properties['kind'])
chosen.eachFileRecurse(FileType.FILES) { file ->
    def target = new File(project, chosen.toPath().relativize(file.toPath()).toString())
    target.parentFile.mkdirs()
    file.renameTo(target)
}
kinds.deleteDir()
