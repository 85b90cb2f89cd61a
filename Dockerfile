# sitrep alone, as nobody: no shell, no system, no network needed.
#
#   docker build -t sitrep .
#   docker run --rm -i sitrep extract - < article.txt
#   docker run --rm -v "$PWD/news:/news:ro" sitrep extract /news > events.csv
#   docker run --rm -p 127.0.0.1:8080:8080 sitrep serve --addr 0.0.0.0:8080
FROM golang:1.26.8-bookworm AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -ldflags "-s -w" -o /sitrep ./cmd/sitrep

FROM scratch
COPY --from=build /sitrep /sitrep
COPY LICENSE gazetteer/README.md /
USER 65532:65532
ENTRYPOINT ["/sitrep"]
CMD ["--help"]
