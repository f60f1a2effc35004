#!/usr/bin/env bash
# Writes the one initial migration of each provider anew. Until the first release migrations are regenerated, not stacked.
set -euo pipefail
cd "$(dirname "$0")/../.."
rm -rf Data/Migrations/Sqlite Data/Migrations/SqlServer
dotnet tool restore >/dev/null
dotnet build -v q
for provider in Sqlite SqlServer; do
  dotnet ef migrations add Initial --no-build --context "${provider}LoyaltyDbContext" -o "Data/Migrations/$provider"
done
